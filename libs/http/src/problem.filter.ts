import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Logger } from '@ride/observability';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bodyOf } from './problem-body.js';
import { problemOf } from './problem-of.js';
import { causeOf, identify } from './request.js';

/** Every error of a request becomes problem details; those that are our fault are logged with their cause. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (request.cause === null) identify(request, reply, this.log);
    const problem = problemOf(error);
    if (problem.status >= 500 && !problem.more.isAsked) {
      const { id, correlationId } = causeOf(request);
      this.log[problem.status === 503 ? 'warn' : 'error'](
        { err: problem.cause ?? error, code: problem.code, causationId: id, correlationId },
        'a request failed',
      );
    }
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    void reply
      .code(problem.status)
      .headers(problem.more.headers ?? {})
      .type('application/problem+json')
      .send(JSON.stringify(bodyOf(problem, causeOf(request).correlationId)));
  }
}

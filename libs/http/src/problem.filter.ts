import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Logger } from '@ride/observability';
import type { Request, Response } from 'express';
import { STATUS_CODES } from 'node:http';
import { allowedMethods } from './allowed-methods.js';
import { Problem, problems } from './problem.js';
import { problemOf } from './problem-of.js';
import { causeOf } from './request.js';

/** Every error of a request becomes problem details; those that are our fault are logged with their cause. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = this.#precise(problemOf(error), request);
    if (problem.status >= 500 && !problem.more.isAsked) {
      const { id, correlationId } = causeOf(request);
      this.log[problem.status === 503 ? 'warn' : 'error'](
        { err: problem.cause ?? error, code: problem.code, causationId: id, correlationId },
        'a request failed',
      );
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response
      .status(problem.status)
      .set(problem.more.headers ?? {})
      .type('application/problem+json')
      .send(JSON.stringify(body(problem, causeOf(request).correlationId)));
  }

  #precise(problem: Problem, request: Request): Problem {
    if (problem.code !== 'unknown_route') return problem;
    const allowed = allowedMethods(request);
    return allowed.length > 0 ? problems.method_not_allowed(allowed) : problem;
  }
}

function body({ status, code, detail, more }: Problem, correlationId: string) {
  return {
    type: `urn:ride:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail,
    correlationId,
    ...(more.errors && { errors: more.errors }),
    ...more.beside,
  };
}

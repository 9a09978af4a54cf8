import type { Cause } from '@ride/messaging';
import { childOf, withCause, type Logger } from '@ride/observability';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { secure } from './security-headers.js';
import type { Identity } from './claims.js';

declare module 'fastify' {
  interface FastifyRequest {
    cause: Cause | null;
    /** Set by the guard, for routes that are not for everyone. */
    identity: Identity | null;
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Why the request's handler says anything: the request itself. */
export function causeOf({ cause }: FastifyRequest): Cause {
  if (cause === null) throw new Error('The request has no cause: it must be identified first.');
  return cause;
}

/**
 * Gives each request its cause: its id (UUIDv7), the correlation id that came with it (a UUID in `x-correlation-id`) or its own
 * id, and its trace context; answers with the correlation id and security headers; logs one line when the request is over.
 */
export function identifyRequests(fastify: FastifyInstance, log: Logger): void {
  fastify.decorateRequest('cause', null).decorateRequest('identity', null).decorateRequest('caller', null);
  fastify.addHook('onRequest', (request, reply, done) => {
    identify(request, reply, log);
    done();
  });
  // Reading a body leaves the context in which the request came, so it begins here.
  fastify.addHook('preHandler', (request, _reply, done) => withCause(causeOf(request), done));
}

/** What a request is given when it comes; one whose URL can't be read comes only when it is answered. */
export function identify(request: FastifyRequest, reply: FastifyReply, log: Logger): void {
  const { id, headers, method, url } = request;
  const given = String(headers['x-correlation-id'] ?? '').toLowerCase();
  const correlationId = UUID.test(given) ? given : id;
  const traceparent = headers['traceparent'];
  const cause: Cause = {
    id,
    correlationId,
    traceparent: childOf(traceparent === undefined ? undefined : String(traceparent)),
  };
  request.cause = cause;
  void reply.header('x-correlation-id', correlationId);
  secure(reply, url);
  const began = performance.now();
  const { raw } = reply;
  raw.once('close', () => {
    const route = request.routeOptions.url ?? '(none)'; // the pattern: no ids, no query
    const line = {
      method,
      route,
      status: raw.statusCode,
      ms: Math.round(performance.now() - began),
      ...(!raw.writableFinished && { cutOff: true }),
    };
    withCause(cause, () => log[route.startsWith('/health/') ? 'debug' : 'info'](line, 'request'));
  });
}

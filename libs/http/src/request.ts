import type { Cause } from '@ride/messaging';
import { childOf, withCause, type Logger } from '@ride/observability';
import type { Request, RequestHandler } from 'express';
import { v7 } from 'uuid';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const causes = new WeakMap<Request, Cause>();

/** Why the request's handler says anything: the request itself. */
export function causeOf(request: Request): Cause {
  const cause = causes.get(request);
  if (cause === undefined) throw new Error('The request has no id: identifyRequests must come first.');
  return cause;
}

/**
 * Gives each request an id (UUIDv7), the correlation id that came with it (a UUID in `x-correlation-id`) or its own id, and
 * its trace context; answers with the correlation id; logs one line when the request is over.
 */
export function identifyRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const id = v7();
    const given = request.header('x-correlation-id')?.toLowerCase() ?? '';
    const correlationId = UUID.test(given) ? given : id;
    const cause: Cause = { id, correlationId, traceparent: childOf(request.header('traceparent')) };
    causes.set(request, cause);
    response.setHeader('x-correlation-id', correlationId);
    const began = performance.now();
    response.once('close', () => {
      const route = request.route as { readonly path?: string } | undefined; // the pattern: no ids, no query
      const line = {
        method: request.method,
        route: route?.path ?? '(none)',
        status: response.statusCode,
        ms: Math.round(performance.now() - began),
        ...(!response.writableFinished && { cutOff: true }),
      };
      withCause(cause, () => log[line.route.startsWith('/health/') ? 'debug' : 'info'](line, 'request'));
    });
    withCause(cause, next);
  };
}

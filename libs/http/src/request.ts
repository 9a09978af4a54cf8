import type { Cause } from '@ride/messaging';
import { childOf, telemetry, withCause, type Logger, type Span } from '@ride/observability';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { secure } from './security-headers.js';
import type { Identity } from './claims.js';

declare module 'fastify' {
  interface FastifyRequest {
    cause: Cause | null;
    /** Null: nothing is recorded of it. */
    span: Span | null;
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
  fastify
    .decorateRequest('cause', null)
    .decorateRequest('span', null)
    .decorateRequest('identity', null)
    .decorateRequest('caller', null);
  fastify.addHook('onRequest', (request, reply, done) => {
    identify(request, reply, log);
    done();
  });
  // Reading a body leaves the context in which the request came, so it begins here.
  fastify.addHook('preHandler', (request, _reply, done) => {
    const go = () => withCause(causeOf(request), done);
    if (request.span === null) go();
    else request.span.within(go);
  });
}

/** As it is written where it is declared: no ids, no query. */
function requestOf({ method, routeOptions: { url } }: FastifyRequest): string | undefined {
  return url === undefined ? undefined : `${method} ${url}`;
}

/** What a request is given when it comes; one whose URL can't be read comes only when it is answered. */
export function identify(request: FastifyRequest, reply: FastifyReply, log: Logger): void {
  const { id, headers, method, url } = request;
  const given = String(headers['x-correlation-id'] ?? '').toLowerCase();
  const correlationId = UUID.test(given) ? given : id;
  const traceparent = headers['traceparent'] === undefined ? undefined : String(headers['traceparent']);
  const isProbe = routeOf(request).startsWith('/health/');
  const span = isProbe ? undefined : telemetry()?.begin('request', traceparent);
  const cause: Cause = {
    ...{ id, correlationId, request: requestOf(request) },
    traceparent: span?.traceparent ?? childOf(traceparent),
  };
  request.cause = cause;
  request.span = span ?? null;
  void reply.header('x-correlation-id', correlationId);
  secure(reply, url);
  const began = performance.now();
  const { raw } = reply;
  raw.once('close', () => {
    const route = routeOf(request);
    const ms = performance.now() - began;
    const cutOff = !raw.writableFinished;
    const line = { method, route, status: raw.statusCode, ms: Math.round(ms), ...(cutOff && { cutOff }) };
    withCause(cause, () => log[isProbe ? 'debug' : 'info'](line, 'request'));
    tellRequest(request, reply, route, ms / 1_000);
  });
}

/** The pattern: no ids, no query. */
function routeOf({ routeOptions }: FastifyRequest): string {
  return routeOptions.url ?? '(none)';
}

function tellRequest(request: FastifyRequest, { raw }: FastifyReply, route: string, seconds: number): void {
  const { method, span, cause } = request;
  const about = {
    'http.request.method': method,
    'http.route': route,
    'http.response.status_code': raw.statusCode,
  };
  // How long somebody listens is no duration of an answer.
  const isLive = String(raw.getHeader('content-type')).startsWith('text/event-stream');
  if (!isLive) telemetry()?.measure('http.server.request.duration', seconds, about);
  span?.end(
    `${method} ${route}`,
    { ...about, ...(cause && { 'messaging.message.conversation_id': cause.correlationId }) },
    raw.statusCode >= 500 ? String(raw.statusCode) : undefined,
  );
}

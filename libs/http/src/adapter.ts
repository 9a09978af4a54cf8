import { FastifyAdapter } from '@nestjs/platform-fastify';
import { settings } from '@ride/configuration';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { v7 } from 'uuid';
import { answerUnreadable } from './unreadable-requests.js';

/** The longest body of a request, bytes; an edited dead letter may be longer (see takeLargeEdits). */
const LONGEST_BODY = 100 * 1024;

/** What the edge is built on. A request's id is that of the cause of all that it brings about. */
export function edgeAdapter(): FastifyAdapter {
  const { trustedProxies: proxies } = settings();
  return new FastifyAdapter({
    trustProxy: proxies.length > 0 && [...proxies],
    bodyLimit: LONGEST_BODY,
    skipMiddie: true, // all that stands before a route is a hook
    genReqId: () => v7(),
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    clientErrorHandler: answerUnreadable,
    frameworkErrors: answerUnroutable,
  });
}

/** A URL that can't be read belongs to no route, so that no hook has seen the request; it is a problem like any other. */
function answerUnroutable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  request.cause = null;
  reply.server.errorHandler(error, request, reply);
}

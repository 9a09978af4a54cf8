import type { FastifyInstance } from 'fastify';
import type { Limits } from './limits.js';

/** Counts what no guard sees: requests for which there is no route, and the pages of /docs. */
export function limitUnrouted(fastify: FastifyInstance, limits: Limits): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!request.is404 && !request.url.startsWith('/docs')) done();
    else limits.spendAsStranger(request, reply).then(() => done(), done);
  });
}

import type { FastifyInstance } from 'fastify';
import type { Limits } from './limits.js';

/** Counts requests for the pages of /docs, which no guard sees. */
export function limitPages(fastify: FastifyInstance, limits: Limits): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!request.url.startsWith('/docs')) done();
    else limits.spendAsStranger(request, reply).then(() => done(), done);
  });
}

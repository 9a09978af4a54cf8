import type { FastifyInstance } from 'fastify';

/** Requests that were begun before the stop may take so long, in milliseconds. */
const DRAIN_MS = 10_000;
const LOOK_MS = 50;

/** At a stop, requests under way are answered; connections without one end at once, and those with one when it is. */
export function drainConnections(fastify: FastifyInstance): void {
  const { server } = fastify;
  fastify.addHook('preClose', (done) => {
    const look = setInterval(() => server.closeIdleConnections(), LOOK_MS);
    const end = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.once('close', () => {
      clearInterval(look);
      clearTimeout(end);
    });
    done();
  });
}

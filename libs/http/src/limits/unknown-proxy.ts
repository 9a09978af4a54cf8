import type { Logger } from '@ride/observability';
import type { FastifyInstance } from 'fastify';

/** Says once that requests come through a proxy that isn't trusted to say from where: they all count as coming from it. */
export function tellOfUnknownProxy(fastify: FastifyInstance, log: Logger): void {
  let isTold = false;
  fastify.addHook('onRequest', ({ headers }, _reply, done) => {
    if (!isTold && headers['x-forwarded-for'] !== undefined) {
      isTold = true;
      log.warn('Requests come through a proxy and count as its own: name it in RIDE_TRUSTED_PROXIES');
    }
    done();
  });
}

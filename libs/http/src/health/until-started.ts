import type { Probes } from '@ride/messaging';
import type { FastifyInstance } from 'fastify';
import { problems } from '../problem.js';

/** Until the service has started it answers nothing but the probes: it can’t say facts yet. */
export function untilStarted(fastify: FastifyInstance, probes: Probes): void {
  fastify.addHook('onRequest', ({ url }, _reply, done) => {
    const isOpen = probes.hasStarted || url.startsWith('/health/');
    done(isOpen ? undefined : problems.temporarily_unavailable(new Error('the service is still starting')));
  });
}

import type { Probes } from '@ride/messaging';
import type { RequestHandler } from 'express';
import { problems } from '../problem.js';

/** Until the service has started it answers nothing but the probes: it can’t say facts yet. */
export function untilStarted(probes: Probes): RequestHandler {
  return ({ path }, _response, next) => {
    const isOpen = probes.hasStarted || path.startsWith('/health/');
    next(isOpen ? undefined : problems.temporarily_unavailable(new Error('the service is still starting')));
  };
}

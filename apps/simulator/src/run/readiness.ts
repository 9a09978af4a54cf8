import { SERVICES, type Api } from '../api/api.js';
import { NoAnswer, patiently } from '../api/patience.js';
import { Delivery } from '../api/shapes.js';

const READY_MS = 20_000;

/** Resolves when all five services are ready. Throws SimulatorError('service_unreachable') naming the first that isn't. */
export async function untilReady(api: Api, signal: AbortSignal): Promise<void> {
  await Promise.all(
    SERVICES.map((service) =>
      patiently(() => api.once(service, { method: 'GET', path: '/health/ready' }), { patienceMs: READY_MS, signal }),
    ),
  );
}

/** Resolves when what the drivers said of themselves is in the log. Throws SimulatorError when it does not get there. */
export async function untilDriversSaid(api: Api, token: string, signal: AbortSignal): Promise<void> {
  await patiently(
    async () => {
      const call = { method: 'GET', path: '/operations/delivery', token } as const;
      const { outbox } = await api.get('driver', call, Delivery);
      if (outbox > 0) throw new NoAnswer(`the driver service has ${outbox} facts to send`);
    },
    { patienceMs: READY_MS, signal },
  );
}

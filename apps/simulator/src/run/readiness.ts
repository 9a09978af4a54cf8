import { answerOf } from '@ride/client';
import { setTimeout as sleep } from 'node:timers/promises';
import { anyOf, SERVICES, type Api } from '../api/api.js';
import type { Person } from '../people/person.js';
import { SimulatorError } from '../simulator-error.js';

const READY_MS = 20_000;
const LOOK_MS = 100;

/** Resolves when all five services are ready. Throws NoAnswer or RideProblem of the first that isn't. */
export async function untilReady(api: Api, signal: AbortSignal): Promise<void> {
  const apps = api.apps(undefined, READY_MS);
  await Promise.all(SERVICES.map((service) => answerOf(anyOf(apps, service).GET('/health/ready', { signal }))));
}

/** Resolves when what the drivers said of themselves is in the log. Throws SimulatorError when it does not get there. */
export async function untilDriversSaid({ apps }: Person, signal: AbortSignal): Promise<void> {
  const end = performance.now() + READY_MS;
  for (;;) {
    const { outbox } = await answerOf(apps.driver.GET('/operations/delivery', { signal }));
    if (outbox === 0) return;
    if (performance.now() > end)
      throw new SimulatorError('facts_not_sent', `The driver service still has ${outbox} facts to send: is Kafka up?`);
    await sleep(LOOK_MS, undefined, { signal });
  }
}

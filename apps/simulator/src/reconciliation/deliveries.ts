import { answerOf } from '@ride/client';
import { anyOf, SERVICES, type ServiceName } from '../api/api.js';
import type { Delivery } from '../api/shapes.js';
import type { Person } from '../people/person.js';

export type Deliveries = Readonly<Record<ServiceName, Delivery>>;

/** What is stuck, or on its way, in each service. */
export async function deliveries({ apps }: Person): Promise<Deliveries> {
  const counts = await Promise.all(
    SERVICES.map((service) => answerOf(anyOf(apps, service).GET('/operations/delivery'))),
  );
  return Object.fromEntries(SERVICES.map((service, n) => [service, counts[n]])) as Record<ServiceName, Delivery>;
}

/**
 * What is left to deliver, service by service, in words; nothing when all is delivered. What was given up before the run began
 * is not the run's; what waits is.
 */
export function undelivered(now: Deliveries, before: Deliveries): readonly string[] {
  return SERVICES.flatMap((service) => {
    const { outbox, waiting, refused, dead } = now[service];
    const counts = {
      'in the outbox': outbox,
      'refused by the broker': refused - before[service].refused,
      waiting,
      dead: dead - before[service].dead,
    };
    return Object.entries(counts).flatMap(([what, count]) => (count > 0 ? [`${service}: ${count} ${what}`] : []));
  });
}

import type { LagWatch } from '@ride/messaging';
import { telemetry } from '@ride/observability';

/** Tells how far the groups are behind, as seen from outside: also those of services that are down. Returns how to end it. */
export function tellLag(lag: LagWatch): () => void {
  const read = (of: 'lagRecords' | 'lagSeconds') => () =>
    lag.last.groups.map((group) => ({
      value: group[of],
      attributes: { 'messaging.consumer.group.name': group.subscription },
    }));
  const watched = [
    telemetry()?.watch('ride.consumer.lag.records', read('lagRecords')),
    telemetry()?.watch('ride.consumer.lag.seconds', read('lagSeconds')),
  ];
  return () => watched.forEach((end) => end?.());
}

import type { Cause } from '@ride/messaging';
import { telemetry } from '@ride/observability';
import type { OpenRow } from './round-reads.js';

/** A round on its way, to telemetry; what it does may be told inside of it. */
export function toldRound(area: string, open: readonly OpenRow[]) {
  const to = telemetry();
  const began = performance.now();
  const span = to?.beginFor(
    'round',
    open.map(({ cause }) => cause.traceparent),
  );
  return {
    /** Of the round's own unit of work; each offer has its search's. */
    cause: (of: Cause): Cause => (span ? { ...of, traceparent: span.traceparent } : of),
    within: <T>(work: () => Promise<T>): Promise<T> => (span ? span.within(work) : work()),
    end: (offers: number, error?: unknown): void => {
      to?.measure('ride.round.duration', (performance.now() - began) / 1_000, { 'ride.area': area });
      if (offers > 0) to?.measure('ride.round.offers', offers, { 'ride.area': area });
      const about = { 'ride.area': area, 'ride.searches': open.length, 'ride.offers': offers };
      span?.end('matching round', about, error === undefined ? undefined : 'round_failed');
    },
  };
}

import type { Money } from '../api/shapes.js';
import type { Told } from '../figures/story.js';
import type { RideRecord } from '../run/ride-book.js';
import type { Reconciliation } from './reconcile.js';
import type { Disagreement } from './verdict.js';

const PRICE_OF: Readonly<Record<string, string>> = { BookingCompleted: 'fare', RideCancelled: 'fee' };

/** As it was, and not reconciled when a rider's app asks for something else than booking has said. */
export function withPrices(
  { ok, reconciled, disagreements, ...more }: Reconciliation,
  rides: readonly Pick<RideRecord, 'rideId' | 'toPay'>[],
  histories: ReadonlyMap<string, readonly Told[]>,
): Reconciliation {
  const open = new Set(disagreements.map(({ rideId }) => rideId));
  const differ = rides.flatMap(({ rideId, toPay }): Disagreement[] => {
    const history = histories.get(rideId);
    // Whoever has not seen the end has seen no receipt.
    if (history === undefined || toPay === undefined || open.has(rideId)) return [];
    const said = history.flatMap(priceIn);
    const [asked, ...told] = [toPay, ...said].map(({ minor, currency }) => `${minor} ${currency}`);
    if (told.length === 1 && told[0] === asked) return [];
    return [{ rideId, answers: { booking: told.join(' and ') || 'no price', 'rider’s app': `${asked}` } }];
  });
  return {
    ...more,
    ok: ok && differ.length === 0,
    reconciled: reconciled - differ.length,
    disagreements: [...disagreements, ...differ],
  };
}

function priceIn({ type, data }: Told): Money[] {
  const field = PRICE_OF[type];
  return field === undefined ? [] : [data[field] as Money];
}

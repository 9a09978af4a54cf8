import { settings } from '@ride/configuration';
import type { RoundTx } from '@ride/messaging';
import { telemetry } from '@ride/observability';
import { v7 } from 'uuid';
import { DriverRow, isFree } from './drivers.js';
import { OpenOfferRow } from './open-offers.js';
import type { Assignment } from './plan.js';
import { canBeOffered, freeSlots } from './search.state.js';
import { SearchRow, searches } from './searches.js';

interface Offering {
  readonly row: OpenOfferRow;
  readonly pickupEtaSeconds: number;
}

/**
 * Makes what was planned into offers, as far as it still holds: locks the searches and drivers that nobody else is just
 * changing, looks again, and says only what no constraint stopped. Answers how many offers were made.
 */
export async function makeOffers(tx: RoundTx, area: string, plan: readonly Assignment[]): Promise<number> {
  // Sent together; each runs when the one before it is done, so what is loaded is as it is after the lock.
  const [, rows, drivers] = await Promise.all([
    tx.exclusive(`round ${area}`),
    tx.loadAvailable(SearchRow, [...new Set(plan.map(({ rideId }) => rideId))]),
    tx.loadAvailable(
      DriverRow,
      plan.map(({ driverId }) => driverId),
    ),
  ]);
  const free = new Set(drivers.filter(isFree).map(({ id }) => id));
  const stands = new Map(rows.map((row) => [row, stillPossible(row, plan, free, tx.now)]));
  const asked = [...stands.values()].flat();
  if (asked.length === 0) return 0;
  const inserted = new Set(
    await tx.insertUnlessTaken(
      OpenOfferRow,
      asked.map(({ row }) => row),
    ),
  );
  let made = 0;
  for (const [search, offerings] of stands) {
    // The search numbers its slots in the order of its offers: those behind a gap are for the next round.
    const gap = offerings.findIndex(({ row }) => !inserted.has(row));
    const taken = gap < 0 ? offerings : offerings.slice(0, gap);
    for (const { row } of offerings.slice(taken.length)) if (inserted.has(row)) tx.remove(OpenOfferRow, row.id);
    if (taken.length === 0) continue;
    const picks = taken.map(({ row: { id: driverId, offerId }, pickupEtaSeconds }) => ({
      offerId,
      driverId,
      pickupEtaSeconds,
    }));
    await searches.decide(tx.because(search.cause), search.id, { do: 'offer', rideId: search.id, picks });
    made += taken.length;
    tx.afterCommit(() => tellFirstOffer(search, tx.now));
  }
  return made;
}

function stillPossible(
  search: SearchRow,
  plan: readonly Assignment[],
  free: ReadonlySet<string>,
  now: number,
): Offering[] {
  const { id: rideId, state } = search;
  if (state.is !== 'open') return [];
  const slots = freeSlots(state, settings().rules, now);
  return plan
    .filter((one) => one.rideId === rideId && free.has(one.driverId) && canBeOffered(state, one.driverId))
    .flatMap(({ driverId, pickupEtaSeconds }, index) => {
      const slot = slots[index];
      return slot === undefined ? [] : [{ row: { id: driverId, offerId: v7(), rideId, slot }, pickupEtaSeconds }];
    });
}

/** `state`: as it was before. */
function tellFirstOffer({ state }: SearchRow, now: number): void {
  if (state.is !== 'open' || state.offers.length > 0) return;
  telemetry()?.measure('ride.time_to_first_offer', Math.max(0, now - state.requestedAt) / 1_000);
}

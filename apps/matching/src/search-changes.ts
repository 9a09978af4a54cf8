import type { Tx } from '@ride/messaging';
import { DriverRow, noteBooking } from './drivers.js';
import { OpenOfferRow } from './open-offers.js';
import type { Offer, Search, SearchHears } from './search.state.js';
import type { SearchCommand } from './search.decider.js';
import { searches } from './searches.js';

const MOVES_A_BOOKING = new Set<SearchHears['type']>([
  'BookingCreated',
  'BookingCancelled',
  'BookingCompleted',
  'RideCancelled',
]);

/** A fact of a ride moves its search, and frees or binds drivers with it. Answers the area where a round is worth while. */
export async function hear(tx: Tx, fact: SearchHears): Promise<string | undefined> {
  const { rideId } = fact.data;
  const driverId = 'driverId' in fact.data ? fact.data.driverId : undefined;
  // In one turn, so that they are locked by one statement a table, in order.
  const [{ before, after }] = await Promise.all([
    searches.react(tx, rideId, fact),
    driverId && tx.load(OpenOfferRow, driverId),
    driverId && MOVES_A_BOOKING.has(fact.type) && tx.load(DriverRow, driverId),
  ]);
  const freed = await moveDrivers(tx, rideId, before, after);
  return freed || after.is === 'open' ? (areaOf(after) ?? areaOf(before)) : undefined;
}

/** The driver's offer is taken back, if it is still open. Answers where it was searched, if it was. */
export async function withdrawOfferOf(
  tx: Tx,
  driverId: string,
  reason: Extract<SearchCommand, { do: 'withdraw' }>['reason'],
): Promise<string | undefined> {
  const rideId = (await tx.load(OpenOfferRow, driverId))?.rideId;
  if (rideId === undefined) return undefined;
  const { before, after } = await searches.decide(tx, rideId, { do: 'withdraw', rideId, driverId, reason });
  await moveDrivers(tx, rideId, before, after);
  return areaOf(after);
}

function areaOf(search: Search): string | undefined {
  return 'ask' in search ? search.ask?.area : undefined;
}

/** Answers whether a driver came free. */
async function moveDrivers(tx: Tx, rideId: string, was: Search, is: Search): Promise<boolean> {
  const still = new Set(offersOf(is).map(({ offerId }) => offerId));
  const over = offersOf(was).filter(({ offerId }) => !still.has(offerId));
  await Promise.all(over.map((offer) => free(tx, offer)));
  const before = bookedOf(was);
  const after = bookedOf(is);
  if (before !== after && before !== undefined) await noteBooking(tx, before, rideId, false);
  if (before !== after && after !== undefined) {
    await noteBooking(tx, after, rideId, true);
    await withdrawOfferOf(tx, after, 'driver_booked'); // of another ride: this one's has just ended
  }
  return (before !== after && before !== undefined) || over.some(({ driverId }) => driverId !== after);
}

async function free(tx: Tx, { driverId, offerId }: Offer): Promise<void> {
  const held = await tx.load(OpenOfferRow, driverId);
  if (held?.offerId === offerId) tx.remove(OpenOfferRow, driverId);
}

function offersOf(search: Search): readonly Offer[] {
  return search.is === 'unknown' ? [] : search.offers;
}
function bookedOf(search: Search): string | undefined {
  return search.is === 'booked' ? search.driverId : undefined;
}

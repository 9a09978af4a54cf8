import { given, type Given } from '@ride/decider';
import { BookingCompleted } from '@ride/events';
import { booking } from '../src/booking.decider.js';
import type { Acceptance, Booking, BookingHears, BookingSays } from '../src/booking.state.js';
import { NEW_YORK, QUOTE, RideInFacts } from './ride-in-facts.js';

export const MINUTE = 60_000;
const rules = {
  searchMs: 3 * MINUTE,
  freeCancellationMs: 2 * MINUTE,
  waitingMs: 5 * MINUTE,
  waitingFreeMs: 2 * MINUTE,
  tripTimeoutFactor: 3,
  tripTimeoutExtraMs: 30 * MINUTE,
};
export const policy = booking(rules);
export const ride = new RideInFacts();
export const offer = ride.offer();
export const other = ride.offer();
export type Past = Given<Booking, never, BookingHears, BookingSays>;

/** The acceptance, as it is heard while the driver has no other ride. */
export function yes({ accepted }: typeof offer, driverIsBusy = false) {
  const { type, data } = accepted();
  return { type, data: { ...data, driverIsBusy } } satisfies Omit<Acceptance, 'time'>;
}

export const requested = given(policy).facts(ride.requested());
export const offered = requested.facts(offer.offered(), other.offered());
export const booked = offered.facts(yes(offer), offer.booked());
export const arrived = booked.facts(offer.arrived());
export const aboard = arrived.facts(offer.aboard());
export const completed = (more: Partial<Parameters<typeof BookingCompleted>[0]> = {}) =>
  BookingCompleted({
    rideId: ride.rideId,
    riderId: ride.riderId,
    driverId: offer.driverId,
    offerId: offer.offerId,
    area: NEW_YORK.id,
    fare: QUOTE.fare,
    distanceMetres: QUOTE.distanceMetres,
    durationSeconds: QUOTE.durationSeconds,
    settledBy: 'quote',
    ...more,
  });
export const ended: readonly [string, Past][] = [
  ['completed', aboard.facts(offer.dropped(), completed())],
  ['cancelled', offered.facts(ride.riderWantsOut(), ride.cancelled('rider', 0))],
  ['unfulfilled', offered.facts(ride.exhausted(), ride.unfulfilled())],
];

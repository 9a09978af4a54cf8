import { BookingCompleted } from '@ride/events';
import { plus, settleFare, waitingFee, type Trip } from '@ride/fares';
import { areaById, roadMetres, travelSeconds } from '@ride/geo';
import type { Aboard, Ride } from './booking.state.js';

export interface SettlementRules {
  /** Waiting at the pickup costs nothing for so long, milliseconds. */
  readonly waitingFreeMs: number;
}

/** The trip that the quote stands for. */
export function quotedTrip({ pickup, dropoff, area }: Ride): Trip {
  const { traffic } = areaById(area);
  return {
    distanceMetres: roadMetres(pickup, dropoff, traffic),
    durationSeconds: travelSeconds(pickup, dropoff, traffic),
  };
}

/** The rider was set down: the quote is honoured within the tariff's tolerance. */
export function completedByMeter(state: Aboard, metered: Trip, rules: SettlementRules) {
  const { vehicleClass, area, surge } = state.ride;
  // A class that is newer than this service has no factor here: the quote knew it.
  if (vehicleClass === 'unknown') return completed(state, metered, quoteAndWaiting(state, rules), 'quote');
  const { fare, settledBy } = settleFare({
    quoted: state.booked.fare,
    quotedTrip: quotedTrip(state.ride),
    metered,
    area: areaById(area),
    vehicleClass,
    surge,
    waiting: waiting(state, rules),
  });
  return completed(state, metered, fare, settledBy);
}

/** Nobody said how the trip ended: it counts as quoted. */
export function completedAsQuoted(state: Aboard, rules: SettlementRules) {
  return completed(state, quotedTrip(state.ride), quoteAndWaiting(state, rules), 'quote');
}

function completed(
  { ride: { rideId, riderId, area }, booked: { driverId, offerId } }: Aboard,
  { distanceMetres, durationSeconds }: Trip,
  fare: Aboard['booked']['fare'],
  settledBy: 'meter' | 'quote',
) {
  return BookingCompleted({
    rideId,
    riderId,
    driverId,
    offerId,
    area,
    fare,
    distanceMetres,
    durationSeconds,
    settledBy,
  });
}

function quoteAndWaiting(state: Aboard, rules: SettlementRules) {
  return plus(state.booked.fare, waiting(state, rules));
}

function waiting({ ride, arrivedAt, pickedUpAt }: Aboard, { waitingFreeMs }: SettlementRules) {
  return waitingFee(areaById(ride.area), { arrivedAt, leftAt: pickedUpAt, freeMs: waitingFreeMs });
}

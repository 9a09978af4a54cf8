import { rejections } from '@ride/decider';
import type { Money, VehicleClass } from '@ride/fares';
import type { Place } from '@ride/geo';

export const estimateRejections = rejections({
  fare_estimate_not_found: 'You have no fare estimate with this id: ask for one with POST /fare-estimates.',
  fare_estimate_expired: 'The prices of this fare estimate are no longer held: ask for a new one.',
  fare_estimate_differs:
    'This fare estimate is for another pickup, drop-off or vehicle class: send those that it shows, or ask for a new one.',
});

/** What a ride costs in one vehicle class, and how soon it can be there. */
export interface FareOption {
  readonly vehicleClass: VehicleClass;
  readonly fare: Money;
  /** The drive of the nearest free driver to the pickup; null when none is near, or nobody knows. */
  readonly pickupEtaSeconds: number | null;
}
/** The prices that a rider was told for a trip: each is what the ride costs when it is requested with them in time. */
export interface FareEstimate {
  readonly riderId: string;
  readonly pickup: Place;
  readonly dropoff: Place;
  readonly area: string;
  /** By road. */
  readonly distanceMetres: number;
  readonly durationSeconds: number;
  /** What the tariff was multiplied by; 1 in estimates from before there was surge. */
  readonly surge?: number;
  /** One for each vehicle class that was asked about. */
  readonly options: readonly FareOption[];
  /** From then on nobody is held to it, UTC milliseconds. */
  readonly expiresAt: number;
}
/** The ride that somebody asks for by an estimate. */
export interface RideByEstimate {
  readonly riderId: string;
  readonly pickup: Place;
  readonly dropoff: Place;
  readonly vehicleClass: string;
}

/** A price, and what the tariff was multiplied by for it. */
export interface Promised {
  readonly fareEstimate: Money;
  readonly surge: number;
}

/**
 * The price that the estimate promises for the ride, whatever tariff and surge say by now; null stands for an id that there is
 * nothing of. It is a promise of a price, not a ticket: as many rides as are asked for in time cost as much, so that one who
 * finds no driver, or changes their mind twice, needs no new one.
 */
export function promisedFare(estimate: FareEstimate | null, ride: RideByEstimate, now: number): Promised {
  if (estimate?.riderId !== ride.riderId) throw estimateRejections.fare_estimate_not_found();
  if (now >= estimate.expiresAt) throw estimateRejections.fare_estimate_expired();
  const option = estimate.options.find(({ vehicleClass }) => vehicleClass === ride.vehicleClass);
  const isSameTrip = isSame(estimate.pickup, ride.pickup) && isSame(estimate.dropoff, ride.dropoff);
  if (option === undefined || !isSameTrip) throw estimateRejections.fare_estimate_differs();
  return { fareEstimate: option.fare, surge: estimate.surge ?? 1 };
}

function isSame(a: Place, b: Place): boolean {
  return a.lat === b.lat && a.lng === b.lng;
}

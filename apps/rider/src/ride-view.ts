import type { DriverCard } from './driver-cards.js';
import type { Whereabouts } from './driver-position.js';
import type { DrivenRide, Ride } from './ride.state.js';

type Known = Exclude<Ride, { readonly is: 'unknown' }>;

/** What else a view shows: who the driver is, and where right now, and the PIN of the offer that was booked. */
export interface ViewOptions {
  readonly card?: DriverCard | undefined;
  readonly whereabouts?: Whereabouts | undefined;
  readonly pin: (offerId: string) => string;
}

/** A ride's status as its rider sees it: a wish to cancel shows until booking has answered it. */
export function statusOf(ride: Known): Known['is'] | 'cancelling' {
  return 'cancelling' in ride && ride.cancelling ? 'cancelling' : ride.is;
}

export function driverOf(ride: Ride): string | undefined {
  if ('booking' in ride) return ride.booking.driverId;
  return 'driverId' in ride ? (ride.driverId ?? undefined) : undefined;
}

/** A ride as GET /rides/:id answers it. Times are ISO 8601, money is minor units, distances metres, durations seconds. */
export function viewOf(rideId: string, ride: Known, { card, pin, whereabouts }: ViewOptions) {
  const driverId = driverOf(ride);
  const position = whereabouts && { position: whereabouts.position };
  return {
    rideId,
    status: statusOf(ride),
    ...(driverId !== undefined && { driver: { driverId, ...card, ...position } }),
    ...askedOf(ride),
    ...stageOf(ride, { pin, whereabouts }),
  };
}

function askedOf(ride: Known) {
  if (ride.asked === null) return {};
  const { pickup, dropoff, vehicleClass, area, fareEstimate } = ride.asked;
  return { pickup, dropoff, vehicleClass, area, fareEstimate };
}

function stageOf(ride: Known, { pin, whereabouts }: Omit<ViewOptions, 'card'>) {
  switch (ride.is) {
    case 'requested':
      return { requestedAt: iso(ride.requestedAt), expiresAt: iso(ride.expiresAt) };
    case 'booked': {
      const { offerId, fare, pickupEtaSeconds } = ride.booking;
      const eta = whereabouts?.pickupEtaSeconds ?? pickupEtaSeconds;
      return { ...timesOf(ride), pin: pin(offerId), pickupEtaSeconds: eta, fare };
    }
    case 'arrived': {
      const { offerId, fare } = ride.booking;
      return { ...timesOf(ride), arrivedAt: iso(ride.arrivedAt), pin: pin(offerId), fare };
    }
    case 'aboard': {
      const droppedOffAt = ride.droppedOffAt !== null && { droppedOffAt: iso(ride.droppedOffAt) };
      return { ...timesOf(ride), pickedUpAt: iso(ride.pickedUpAt), ...droppedOffAt, fare: ride.booking.fare };
    }
    case 'completed': {
      const { fare, distanceMetres, durationSeconds, settledBy } = ride.trip;
      const rated = ride.rated !== undefined && { rated: ride.rated };
      return { endedAt: iso(ride.endedAt), fare, distanceMetres, durationSeconds, settledBy, ...rated };
    }
    case 'cancelled':
      return { endedAt: iso(ride.endedAt), cancelledBy: ride.by, fee: ride.fee };
    case 'unfulfilled':
      return { endedAt: iso(ride.endedAt), reason: ride.reason };
  }
}

function timesOf({ requestedAt, booking }: DrivenRide) {
  return { requestedAt: iso(requestedAt), bookedAt: iso(booking.bookedAt) };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

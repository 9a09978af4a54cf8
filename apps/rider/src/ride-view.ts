import type { DriverCard } from './driver-cards.js';
import type { Ride } from './ride.state.js';

type Known = Exclude<Ride, { readonly is: 'unknown' }>;

/** What else a view shows: who the driver is, and the PIN of the offer that was booked. */
export interface ViewOptions {
  readonly card?: DriverCard | undefined;
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
export function viewOf(rideId: string, ride: Known, { card, pin }: ViewOptions) {
  const driverId = driverOf(ride);
  return {
    rideId,
    status: statusOf(ride),
    ...(driverId !== undefined && { driver: { driverId, ...card } }),
    ...askedOf(ride),
    ...stageOf(ride, pin),
  };
}

function askedOf(ride: Known) {
  if (ride.asked === null) return {};
  const { pickup, dropoff, vehicleClass, area, fareEstimate } = ride.asked;
  return { pickup, dropoff, vehicleClass, area, fareEstimate };
}

function stageOf(ride: Known, pin: ViewOptions['pin']) {
  switch (ride.is) {
    case 'requested':
      return { requestedAt: iso(ride.requestedAt), expiresAt: iso(ride.expiresAt) };
    case 'booked':
    case 'arrived': {
      const { offerId, fare, pickupEtaSeconds, bookedAt } = ride.booking;
      const times = { requestedAt: iso(ride.requestedAt), bookedAt: iso(bookedAt) };
      const arrivedAt = ride.is === 'arrived' && { arrivedAt: iso(ride.arrivedAt) };
      return { ...times, ...arrivedAt, pin: pin(offerId), pickupEtaSeconds, fare };
    }
    case 'aboard': {
      const { fare, bookedAt } = ride.booking;
      const times = { requestedAt: iso(ride.requestedAt), bookedAt: iso(bookedAt), pickedUpAt: iso(ride.pickedUpAt) };
      return { ...times, ...(ride.droppedOffAt !== null && { droppedOffAt: iso(ride.droppedOffAt) }), fare };
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

function iso(time: number): string {
  return new Date(time).toISOString();
}

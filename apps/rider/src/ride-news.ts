import type { Ride } from './ride.state.js';
import { driverOf, statusOf } from './ride-view.js';

/** A live update for the rider: what has become of a ride. Never with the PIN, which GET /rides/:id shows. */
export interface RideNews {
  readonly riderId: string;
  readonly type: `ride.${string}`;
  readonly data: { readonly rideId: string; readonly status: string } & Readonly<Record<string, unknown>>;
}

/** What a fact that was just heard changed for the rider; null when nothing. */
export function newsOf(rideId: string, before: Ride, after: Ride): RideNews | null {
  if (after.is === 'unknown') return null;
  const what = changeOf(before, after);
  if (what === null) return null;
  const driverId = driverOf(after);
  const data = { rideId, status: statusOf(after), ...(driverId !== undefined && { driverId }), ...detailsOf(after) };
  return { riderId: after.riderId, type: `ride.${what}`, data };
}

function changeOf(before: Ride, after: Exclude<Ride, { readonly is: 'unknown' }>): string | null {
  if (before.is !== after.is) return after.is === 'requested' ? 'requested_again' : after.is;
  const refused = 'cancelling' in before && before.cancelling && 'cancelling' in after && !after.cancelling;
  return refused ? 'cancellation_refused' : null;
}

function detailsOf(ride: Exclude<Ride, { readonly is: 'unknown' }>) {
  switch (ride.is) {
    case 'requested':
      return { expiresAt: new Date(ride.expiresAt).toISOString() };
    case 'booked':
      return { fare: ride.booking.fare, pickupEtaSeconds: ride.booking.pickupEtaSeconds };
    case 'arrived':
    case 'aboard':
      return {};
    case 'completed':
      return { fare: ride.trip.fare };
    case 'cancelled':
      return { by: ride.by, fee: ride.fee };
    case 'unfulfilled':
      return { reason: ride.reason };
  }
}

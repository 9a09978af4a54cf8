import type { Booking } from './booking.state.js';

/** What operators see of a booking: no places, since they need none to help. */
export function viewOf(rideId: string, state: Exclude<Booking, { is: 'unknown' }>, version: number) {
  const { riderId, vehicleClass, area, fareEstimate } = state.ride;
  const about = { rideId, version, riderId, vehicleClass, area, fareEstimate };
  switch (state.is) {
    case 'requested':
      return { ...about, status: state.is, expiresAt: iso(state.ride.expiresAt), offers: state.offers };
    case 'booked':
    case 'arrived':
    case 'aboard': {
      const { bookedAt, ...booked } = state.booked;
      return { ...about, status: state.is, ...booked, bookedAt: iso(bookedAt), offers: state.offers };
    }
    case 'ended': {
      const { outcome, endings, driverId, toPay, endedAt } = state;
      const amount = toPay && (outcome === 'completed' ? { fare: toPay } : { fee: toPay });
      return { ...about, status: outcome, endings, driverId, ...amount, endedAt: iso(endedAt) };
    }
  }
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

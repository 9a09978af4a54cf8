import type * as facts from '@ride/events';
import { isDriven, isEnded, isLive, kept } from './ride.state.js';
import type { EndedRide, Ride, RideHears, RideSays } from './ride.state.js';

/** Folds what was heard and what was said; `at`: event time, UTC milliseconds. */
export function evolve(ride: Ride, fact: RideHears | RideSays, at: number): Ride {
  switch (fact.type) {
    case 'RideRequested': {
      if (ride.is !== 'unknown') return ride;
      const { rideId: _, riderId, expiresAt, ...asked } = fact.data;
      return { is: 'requested', riderId, asked, requestedAt: at, cancelling: false, expiresAt };
    }
    case 'RideCancellationRequested':
      return isLive(ride) ? { ...ride, cancelling: true } : ride;
    case 'RideCancellationRefused':
      // A driver's wish is answered on the same log, and is not the rider's.
      return isLive(ride) && fact.data.by === 'rider' ? { ...ride, cancelling: false } : ride;
    case 'BookingCreated': {
      if (!isLive(ride)) return ride;
      const { driverId, offerId, fare, pickupEtaSeconds } = fact.data;
      return { is: 'booked', ...kept(ride), booking: { driverId, offerId, fare, pickupEtaSeconds, bookedAt: at } };
    }
    case 'BookingCancelled':
      if (!isDriven(ride, fact.data.offerId)) return ride;
      return { is: 'requested', ...kept(ride), expiresAt: fact.data.expiresAt };
    case 'DriverArrived':
      if (ride.is !== 'booked' || !isDriven(ride, fact.data.offerId)) return ride;
      return { ...ride, is: 'arrived', arrivedAt: at };
    case 'RiderPickedUp':
      if (!isDriven(ride, fact.data.offerId) || ride.is === 'aboard') return ride;
      return { is: 'aboard', ...kept(ride), booking: ride.booking, pickedUpAt: at, droppedOffAt: null };
    case 'RiderDroppedOff':
      if (!isDriven(ride, fact.data.offerId) || ride.is !== 'aboard') return ride;
      return { ...ride, droppedOffAt: at }; // the receipt is booking's to write
    case 'BookingCompleted': {
      const { rideId: _r, riderId: _p, ...trip } = fact.data;
      if (isEnded(ride)) return again(ride);
      const droppedOffAt = (ride.is === 'aboard' ? ride.droppedOffAt : null) ?? at;
      return { is: 'completed', ...over(ride, fact, at), trip, droppedOffAt };
    }
    case 'RideCancelled': {
      const { by, fee } = fact.data;
      return isEnded(ride) ? again(ride) : { is: 'cancelled', ...over(ride, fact, at), by, fee };
    }
    case 'RideUnfulfilled':
      return isEnded(ride) ? again(ride) : { is: 'unfulfilled', ...over(ride, fact, at), reason: fact.data.reason };
    case 'DriverRated':
      return ride.is === 'completed' ? { ...ride, rated: fact.data.stars } : ride;
  }
}

/** The first end stands; that another was heard is for operators to see. */
function again(ride: EndedRide): EndedRide {
  return { ...ride, endings: ride.endings + 1 };
}

type Ending = facts.BookingCompleted | facts.RideCancelled | facts.RideUnfulfilled;

function over(ride: Exclude<Ride, EndedRide>, { data }: Ending, at: number) {
  const driverId = 'driverId' in data && data.driverId !== undefined ? data.driverId : null;
  return {
    riderId: data.riderId,
    asked: ride.is === 'unknown' ? null : ride.asked,
    driverId,
    endedAt: at,
    endings: 1,
  };
}

import { rejections, type Decider } from '@ride/decider';
import { RideCancellationRequested, RideRequested } from '@ride/events';
import type {
  BookingCancelled,
  BookingCompleted,
  BookingCreated,
  DriverArrived,
  Made,
  RideCancellationRefused,
  RideCancelled,
  RiderDroppedOff,
  RiderPickedUp,
  RideUnfulfilled,
} from '@ride/events';
import type { Money } from '@ride/fares';

export const rideRejections = rejections({
  ride_not_found: 'You have no ride with this id: check the id.',
  rider_aboard: 'You are aboard already: ask your driver to end the ride.',
  ride_ended: 'This ride has ended: there is nothing left to cancel.',
});

type Request = Made<typeof RideRequested>['data'];
/** What the rider asked for. */
export type Asked = Omit<Request, 'rideId' | 'riderId' | 'expiresAt'>;
export interface Booking {
  readonly driverId: string;
  readonly offerId: string;
  readonly fare: Money;
  readonly pickupEtaSeconds: number;
  readonly bookedAt: number;
}
/** `cancelling`: the rider wants out, and booking has not answered yet. */
interface Live {
  readonly riderId: string;
  readonly asked: Asked;
  readonly requestedAt: number;
  readonly cancelling: boolean;
}
interface Driven extends Live {
  readonly booking: Booking;
}
/** `asked` is null when only the end of the ride was heard; `endings` counts how often an end was heard: once. */
interface Over {
  readonly riderId: string;
  readonly asked: Asked | null;
  readonly driverId: string | null;
  readonly endedAt: number;
  readonly endings: number;
}
export type EndedRide =
  | (Over & { readonly is: 'completed'; readonly trip: Omit<BookingCompleted['data'], 'rideId' | 'riderId'> })
  | (Over & { readonly is: 'cancelled'; readonly by: RideCancelled['data']['by']; readonly fee: Money })
  | (Over & { readonly is: 'unfulfilled'; readonly reason: RideUnfulfilled['data']['reason'] });
export type LiveRide =
  | (Live & { readonly is: 'requested'; readonly expiresAt: number })
  | (Driven & { readonly is: 'booked' })
  | (Driven & { readonly is: 'arrived'; readonly arrivedAt: number })
  | (Driven & { readonly is: 'aboard'; readonly pickedUpAt: number; readonly droppedOffAt: number | null });
/** A ride as its rider sees it. */
export type Ride = { readonly is: 'unknown' } | LiveRide | EndedRide;

export type RideCommand =
  | ({ readonly do: 'request' } & Request)
  | { readonly do: 'cancel'; readonly rideId: string; readonly riderId: string; readonly reason?: string | undefined };
type Ending = BookingCompleted | RideCancelled | RideUnfulfilled;
export type RideHears =
  | BookingCreated
  | BookingCancelled
  | RideCancellationRefused
  | DriverArrived
  | RiderPickedUp
  | RiderDroppedOff
  | Ending;
export type RideSays = Made<typeof RideRequested | typeof RideCancellationRequested>;

/** A rider asks and wishes; what becomes of it is said by others, in the ride's log, and shown as heard. */
export const ride: Decider<Ride, RideCommand, RideHears, RideSays> = {
  initial: { is: 'unknown' },

  decide: (ride, command) => {
    switch (command.do) {
      case 'request': {
        const { do: _, ...request } = command;
        return ride.is === 'unknown' ? [RideRequested(request)] : []; // asked again: it is asked for already
      }
      case 'cancel': {
        if (ride.is === 'unknown' || ride.riderId !== command.riderId) throw rideRejections.ride_not_found();
        const { rideId, reason } = command;
        switch (ride.is) {
          case 'requested':
          case 'booked':
          case 'arrived':
            return ride.cancelling ? [] : [RideCancellationRequested({ rideId, by: 'rider', reason })];
          case 'aboard':
            throw rideRejections.rider_aboard();
          case 'completed':
          case 'unfulfilled':
            throw rideRejections.ride_ended();
          case 'cancelled':
            return []; // that is what was wished for
        }
      }
    }
  },

  react: () => [], // nobody waits for the rider's service: it shows

  evolve: (ride, fact, at) => {
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
        return isEnded(ride) ? again(ride) : { is: 'completed', ...over(ride, fact, at), trip };
      }
      case 'RideCancelled': {
        const { by, fee } = fact.data;
        return isEnded(ride) ? again(ride) : { is: 'cancelled', ...over(ride, fact, at), by, fee };
      }
      case 'RideUnfulfilled':
        return isEnded(ride) ? again(ride) : { is: 'unfulfilled', ...over(ride, fact, at), reason: fact.data.reason };
    }
  },
};

export function isLive(ride: Ride): ride is LiveRide {
  return ride.is !== 'unknown' && !isEnded(ride);
}
export function isEnded(ride: Ride): ride is EndedRide {
  return ride.is === 'completed' || ride.is === 'cancelled' || ride.is === 'unfulfilled';
}

/** The booking is that of this offer: facts of another one come from a driver who is off the ride. */
function isDriven(ride: Ride, offerId: string): ride is Extract<LiveRide, Driven> {
  return isLive(ride) && ride.is !== 'requested' && ride.booking.offerId === offerId;
}
function kept({ riderId, asked, requestedAt, cancelling }: LiveRide): Live {
  return { riderId, asked, requestedAt, cancelling };
}
/** The first end stands; that another was heard is for operators to see. */
function again(ride: EndedRide): EndedRide {
  return { ...ride, endings: ride.endings + 1 };
}
function over(ride: Exclude<Ride, EndedRide>, { data }: Ending, at: number): Over {
  const driverId = 'driverId' in data && data.driverId !== undefined ? data.driverId : null;
  return {
    riderId: data.riderId,
    asked: ride.is === 'unknown' ? null : ride.asked,
    driverId,
    endedAt: at,
    endings: 1,
  };
}

import type * as facts from '@ride/events';
import type { FactOf, Made } from '@ride/events';
import type { Money } from '@ride/fares';
import type { FareEstimate } from './fare-estimate.rules.js';

type Request = Made<typeof facts.RideRequested>['data'];
/** What the rider asked for. */
export type Asked = Omit<Request, 'rideId' | 'riderId' | 'expiresAt'>;
export interface Booking {
  readonly driverId: string;
  readonly offerId: string;
  readonly fare: Money;
  readonly pickupEtaSeconds: number;
  readonly bookedAt: number;
}
/** `cancelling`: the rider wants out, and booking has not answered yet. Times are UTC milliseconds. */
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
export interface CompletedRide extends Over {
  readonly is: 'completed';
  readonly trip: Omit<facts.BookingCompleted['data'], 'rideId' | 'riderId'>;
  /** The end's time when nobody said the drop-off's. */
  readonly droppedOffAt: number;
  /** Stars that the rider gave the driver. */
  readonly rated?: number | undefined;
}
export type EndedRide =
  | CompletedRide
  | (Over & { readonly is: 'cancelled'; readonly by: facts.RideCancelled['data']['by']; readonly fee: Money })
  | (Over & { readonly is: 'unfulfilled'; readonly reason: facts.RideUnfulfilled['data']['reason'] });
export type LiveRide =
  | (Live & { readonly is: 'requested'; readonly expiresAt: number })
  | (Driven & { readonly is: 'booked' })
  | (Driven & { readonly is: 'arrived'; readonly arrivedAt: number })
  | (Driven & { readonly is: 'aboard'; readonly pickedUpAt: number; readonly droppedOffAt: number | null });
/** A live ride with a driver. */
export type DrivenRide = Extract<LiveRide, Driven>;
/** A ride as its rider sees it. */
export type Ride = { readonly is: 'unknown' } | LiveRide | EndedRide;

interface Command<Do extends string> {
  readonly do: Do;
  readonly rideId: string;
  readonly riderId: string;
}
export type RideCommand =
  /** `fareEstimate` is what the tariff says now; `by`: the estimate by which the rider asks, null when there is none of that id. */
  | (Command<'request'> & Request & { readonly by?: FareEstimate | null | undefined })
  | (Command<'cancel'> & { readonly reason?: string | undefined })
  | (Command<'rate'> & { readonly stars: number });
export type RideHears = FactOf<
  | typeof facts.BookingCreated
  | typeof facts.BookingCancelled
  | typeof facts.RideCancellationRefused
  | typeof facts.DriverArrived
  | typeof facts.RiderPickedUp
  | typeof facts.RiderDroppedOff
  | typeof facts.BookingCompleted
  | typeof facts.RideCancelled
  | typeof facts.RideUnfulfilled
>;
export type RideSays = Made<
  typeof facts.RideRequested | typeof facts.RideCancellationRequested | typeof facts.DriverRated
>;

export function isLive(ride: Ride): ride is LiveRide {
  return ride.is !== 'unknown' && !isEnded(ride);
}
export function isEnded(ride: Ride): ride is EndedRide {
  return ride.is === 'completed' || ride.is === 'cancelled' || ride.is === 'unfulfilled';
}

/** The booking is that of this offer: facts of another one come from a driver who is off the ride. */
export function isDriven(ride: Ride, offerId: string): ride is DrivenRide {
  return isLive(ride) && ride.is !== 'requested' && ride.booking.offerId === offerId;
}
/** What stays while the ride goes on. */
export function kept({ riderId, asked, requestedAt, cancelling }: LiveRide): Live {
  return { riderId, asked, requestedAt, cancelling };
}

import type * as facts from '@ride/events';
import type { FactOf, Made, RideRequested } from '@ride/events';
import type { Money } from '@ride/fares';

type Requested = RideRequested['data'];
/** What was asked for; `expiresAt` is when the present search ends, UTC milliseconds. */
export interface Ride extends Requested {
  /** A driver has left the ride: its search has been opened anew. */
  readonly reopened: boolean;
}
/** An offer counts until it has expired or is over: declined, withdrawn, or its acceptance answered. */
export interface Offer {
  readonly driverId: string;
  readonly pickupEtaSeconds: number;
  readonly is: 'open' | 'expired' | 'over';
}
/** The acceptance that counted. `bookedAt`: UTC milliseconds. */
export interface Booked {
  readonly driverId: string;
  readonly offerId: string;
  readonly fare: Money;
  readonly pickupEtaSeconds: number;
  readonly bookedAt: number;
}
/** What is known of a ride that has not ended; offers by their id. */
interface Open {
  readonly ride: Ride;
  readonly offers: Readonly<Record<string, Offer>>;
}
export type Requesting = Open & { readonly is: 'requested' };
export type OnTheWay = Open & { readonly is: 'booked'; readonly booked: Booked };
export type AtPickup = Open & { readonly is: 'arrived'; readonly booked: Booked; readonly arrivedAt: number };
export type Aboard = Open & {
  readonly is: 'aboard';
  readonly booked: Booked;
  readonly arrivedAt: number;
  readonly pickedUpAt: number;
};
/** A ride with a driver. */
export type Live = OnTheWay | AtPickup | Aboard;
export interface Ended {
  readonly is: 'ended';
  readonly ride: Ride;
  readonly outcome: 'completed' | 'cancelled' | 'unfulfilled';
  /** How many endings were applied; any number but 1 is a fault. */
  readonly endings: number;
  readonly endedAt: number;
  readonly driverId?: string | undefined;
  /** The fare of a completed ride, the fee of a cancelled one. */
  readonly toPay?: Money | undefined;
}
/** A ride's life as booking sees it. `unknown`: nobody has asked for it. */
export type Booking = { readonly is: 'unknown' } | Requesting | Live | Ended;

/** An acceptance, and what booking's own table says about the driver at this place of the log. */
export interface Acceptance {
  readonly type: 'RideAccepted';
  readonly time: number;
  readonly data: facts.RideAccepted['data'] & { readonly driverIsBusy: boolean };
}
export type BookingHears =
  | Acceptance
  | FactOf<
      | typeof facts.RideRequested
      | typeof facts.RideOffered
      | typeof facts.RideDeclined
      | typeof facts.RideOfferExpired
      | typeof facts.RideOfferWithdrawn
      | typeof facts.SearchExhausted
      | typeof facts.RideCancellationRequested
      | typeof facts.DriverArrived
      | typeof facts.RiderDidNotShow
      | typeof facts.RiderPickedUp
      | typeof facts.RiderDroppedOff
      | typeof facts.DriverFellSilent
      | typeof facts.TripTimedOut
    >;
export type BookingSays = Made<
  | typeof facts.BookingCreated
  | typeof facts.RideAcceptanceRefused
  | typeof facts.BookingCancelled
  | typeof facts.RideCancellationRefused
  | typeof facts.BookingCompleted
  | typeof facts.RideCancelled
  | typeof facts.RideUnfulfilled
  | typeof facts.SearchExhausted
  | typeof facts.TripTimedOut
>;

export function isLive(state: Booking): state is Live {
  return state.is === 'booked' || state.is === 'arrived' || state.is === 'aboard';
}

export function isBeforePickup(state: Booking): state is OnTheWay | AtPickup {
  return state.is === 'booked' || state.is === 'arrived';
}

/** Facts of another offer than the booked one are ignored. */
export function isOf({ booked }: Live, { data }: { readonly data: { readonly offerId: string } }): boolean {
  return booked.offerId === data.offerId;
}

/** The driver whom the ride keeps from taking another. */
export function driverOf(state: Booking): string | undefined {
  return isLive(state) ? state.booked.driverId : undefined;
}

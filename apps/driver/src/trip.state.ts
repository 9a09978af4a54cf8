import type * as facts from '@ride/events';
import type { FactOf, Made } from '@ride/events';
import type { Money } from '@ride/fares';
import type { Place } from '@ride/geo';

/** One offer of the ride to one driver; `expiresAt` (UTC milliseconds) is for display only. */
export interface Offer {
  readonly driverId: string;
  readonly pickupEtaSeconds: number;
  readonly expiresAt: number;
  readonly is: 'open' | 'accepted' | 'declined' | 'expired' | 'withdrawn' | 'refused' | 'booked' | 'left';
}
export type About = Pick<facts.RideOffered['data'], 'pickup' | 'dropoff' | 'fareEstimate'>;
/** Whose ride it is. */
export interface Booked {
  readonly rideId: string;
  readonly riderId: string;
  readonly driverId: string;
  readonly offerId: string;
  readonly fare: Money;
}
/** Tries of the PIN since it was last right or paused; until when no more are taken, UTC milliseconds. */
export interface Pin {
  readonly wrong: number;
  readonly pausedUntil: number;
}
/** Before the pickup; `leaving`: the driver wants out, and booking has not answered yet. */
interface Coming {
  readonly booked: Booked;
  readonly seenAt: number;
  readonly leaving: boolean;
}
export type OnTheWay = Coming & { readonly is: 'booked' };
export type AtPickup = Coming & { readonly is: 'arrived'; readonly arrivedAt: number; readonly pin: Pin };
export type Stage =
  | { readonly is: 'open' }
  | OnTheWay
  | AtPickup
  | { readonly is: 'aboard'; readonly booked: Booked }
  /** The driver has done what there is to do; booking says how the ride ends. */
  | { readonly is: 'dropped_off'; readonly booked: Booked; readonly droppedOffAt: number }
  | { readonly is: 'no_show'; readonly booked: Booked }
  | {
      readonly is: 'ended';
      readonly booked: Booked | null;
      readonly outcome: 'completed' | 'cancelled' | 'unfulfilled';
      /** How many endings were heard; any number but 1 is a fault. */
      readonly endings: number;
      /** The fare of a completed ride, the fee of a cancelled one. */
      readonly toPay: Money | null;
      /** The end's time when nobody said the drop-off's. */
      readonly droppedOffAt: number;
      /** Stars that the driver gave the rider. */
      readonly rated?: number | undefined;
    };
/** A ride as drivers see it: its offers by their id, and how far the booked driver is. */
export interface Trip {
  readonly about: About | null;
  readonly offers: Readonly<Record<string, Offer>>;
  readonly stage: Stage;
}

interface Command<Do extends string> {
  readonly do: Do;
  readonly rideId: string;
  readonly driverId: string;
}
export type TripCommand =
  | (Command<'accept'> & { readonly offerId: string })
  | (Command<'decline'> & { readonly offerId: string; readonly reason?: string | undefined })
  | (Command<'arrive'> & { readonly location: Place })
  | (Command<'pick_up'> & { readonly pinIsRight: boolean })
  | Command<'report_no_show'>
  | (Command<'drop_off'> & {
      readonly location: Place;
      readonly distanceMetres: number;
      readonly durationSeconds: number;
    })
  | (Command<'cancel'> & { readonly reason?: string | undefined })
  | (Command<'rate'> & { readonly stars: number });

/** A wrong PIN was given: known only here. */
export interface PinMistyped {
  readonly type: 'PinMistyped';
  readonly time: number;
  readonly data: { readonly rideId: string };
}
export type TripHears =
  | PinMistyped
  | FactOf<
      | typeof facts.RideOffered
      | typeof facts.RideOfferExpired
      | typeof facts.RideOfferWithdrawn
      | typeof facts.RideAcceptanceRefused
      | typeof facts.BookingCreated
      | typeof facts.BookingCancelled
      | typeof facts.RideCancellationRefused
      | typeof facts.BookingCompleted
      | typeof facts.RideCancelled
      | typeof facts.RideUnfulfilled
      | typeof facts.DriverMoved
    >;
export type TripSays = Made<
  | typeof facts.RideAccepted
  | typeof facts.RideDeclined
  | typeof facts.DriverArrived
  | typeof facts.RiderPickedUp
  | typeof facts.RiderDidNotShow
  | typeof facts.RiderDroppedOff
  | typeof facts.RideCancellationRequested
  | typeof facts.DriverFellSilent
  | typeof facts.RiderRated
>;

import type { Versions } from '@ride/decider';
import type * as facts from '@ride/events';
import type { FactOf, Made } from '@ride/events';

export type Spot = Omit<Made<typeof facts.DriverBecameAvailable>['data'], 'driverId' | 'version'>;
/** Why a driver gets no offers. */
export type UnavailableReason = Made<typeof facts.DriverBecameUnavailable>['data']['reason'];
interface Seen {
  /** When the driver was last heard of, UTC milliseconds; 0: never. */
  readonly seenAt: number;
}
/** Its versions are those on driver-availability.v1. */
export type Shift = Versions &
  Seen &
  (
    | { readonly is: 'off_duty'; readonly reason: UnavailableReason }
    | {
        readonly is: 'available';
        readonly driverId: string;
        readonly spot: Spot;
        readonly unanswered: number;
      }
    | {
        readonly is: 'booked';
        readonly driverId: string;
        /** One; more while the end of one is heard later than the beginning of the next: rides have no order among each other. */
        readonly rides: readonly string[];
        /** null: was off duty when the booking came, and will be again. */
        readonly spot: Spot | null;
      }
  );
export type ShiftCommand =
  | { readonly do: 'go_on_duty'; readonly driverId: string; readonly spot: Spot }
  | { readonly do: 'go_off_duty'; readonly driverId: string };
/** The driver has answered an offer, whatever the answer. */
export interface OfferAnswered {
  readonly type: 'OfferAnswered';
  readonly time: number;
  readonly data: { readonly driverId: string };
}
/** Its own facts, too: see sayAgainIn. */
export type ShiftHears =
  | OfferAnswered
  | FactOf<
      | typeof facts.BookingCreated
      | typeof facts.BookingCancelled
      | typeof facts.BookingCompleted
      | typeof facts.RideCancelled
      | typeof facts.RideOfferExpired
      | typeof facts.DriverMoved
      | typeof facts.DriverBecameAvailable
      | typeof facts.DriverBecameUnavailable
    >;
export type ShiftSays = Made<typeof facts.DriverBecameAvailable | typeof facts.DriverBecameUnavailable>;

/** The ride that a driver is on: the one heard of last. */
export function rideOf(shift: Shift): string | undefined {
  return shift.is === 'booked' ? shift.rides.at(-1) : undefined;
}

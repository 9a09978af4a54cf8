import {
  BookingCancelled,
  BookingCompleted,
  BookingCreated,
  DriverArrived,
  RideCancellationRefused,
  RideCancelled,
  RideUnfulfilled,
} from '@ride/events';
import type { FactOf } from '@ride/events';
import type { Money } from '@ride/fares';
import type { RideRow } from './ride-people.js';

/** The facts of a ride that somebody is told about; for one that is added here the compiler asks whom it concerns. */
export const TOLD = [
  BookingCreated,
  BookingCancelled,
  DriverArrived,
  RideCancellationRefused,
  BookingCompleted,
  RideCancelled,
  RideUnfulfilled,
] as const;
export type Told = FactOf<(typeof TOLD)[number]>;

/** The kinds of messages, and what each says; for one that is added here the compiler asks every language for its words. */
export interface Contents {
  driver_on_the_way: { readonly pickupEtaSeconds: number; readonly fare: Money };
  ride_is_yours: { readonly pickupEtaSeconds: number; readonly fare: Money };
  driver_arrived: object;
  receipt: Trip;
  earnings: Trip;
  ride_cancelled:
    | { readonly to: 'rider'; readonly by: CancelledBy; readonly fee: Money }
    | { readonly to: 'driver'; readonly by: CancelledBy };
  ride_unfulfilled: { readonly because: 'no_driver_nearby' | 'none_free' };
  searching_again: object;
  off_the_ride: { readonly because: 'you_left' | 'silence' };
  cancellation_refused: { readonly because: 'rider_aboard' | 'ride_ended' | 'other' };
}
interface Trip {
  readonly fare: Money;
  readonly distanceMetres: number;
  readonly durationSeconds: number;
}
export type CancelledBy = 'rider' | 'no_show' | 'operator';

export type MessageKind = keyof Contents;
/** What a message says, in no language. It names nobody: it stays when a name is forgotten. */
export type Content<K extends MessageKind = MessageKind> = { [P in K]: { readonly kind: P } & Contents[P] }[K];

export interface Telling {
  readonly person: string;
  readonly content: Content;
}

/** Whom a fact concerns and what they are told; `ride`: what was known before it. */
export function whoIsTold(fact: Told, ride: RideRow): readonly Telling[] {
  // What comes after the end is told to nobody but who asked for something and waits for the answer.
  if (ride.outcome !== null && fact.type !== 'RideCancellationRefused') return [];
  switch (fact.type) {
    case 'BookingCreated': {
      const { riderId, driverId, fare, pickupEtaSeconds } = fact.data;
      return [
        to(riderId, { kind: 'driver_on_the_way', pickupEtaSeconds, fare }),
        to(driverId, { kind: 'ride_is_yours', pickupEtaSeconds, fare }),
      ];
    }
    case 'DriverArrived':
      if (ride.riderId === null || ride.offerId !== fact.data.offerId) return [];
      return [to(ride.riderId, { kind: 'driver_arrived' })];
    case 'BookingCompleted': {
      const { riderId, driverId, fare, distanceMetres, durationSeconds } = fact.data;
      const trip = { fare, distanceMetres, durationSeconds };
      return [to(riderId, { kind: 'receipt', ...trip }), to(driverId, { kind: 'earnings', ...trip })];
    }
    case 'RideCancelled': {
      const { riderId, driverId, fee } = fact.data;
      const by = fact.data.by === 'unknown' ? 'operator' : fact.data.by;
      const rider = to(riderId, { kind: 'ride_cancelled', to: 'rider', by, fee });
      return driverId === undefined ? [rider] : [rider, to(driverId, { kind: 'ride_cancelled', to: 'driver', by })];
    }
    case 'RideUnfulfilled': {
      const because = fact.data.reason === 'no_driver_nearby' ? 'no_driver_nearby' : 'none_free';
      return [to(fact.data.riderId, { kind: 'ride_unfulfilled', because })];
    }
    case 'BookingCancelled': {
      const { riderId, driverId, by } = fact.data;
      const because = by === 'silence' ? 'silence' : 'you_left';
      return [to(riderId, { kind: 'searching_again' }), to(driverId, { kind: 'off_the_ride', because })];
    }
    case 'RideCancellationRefused': {
      const person = whoAsked(fact.data, ride);
      return person === null ? [] : [to(person, { kind: 'cancellation_refused', because: whyRefused(fact.data) })];
    }
  }
}

function to(person: string, content: Content): Telling {
  return { person, content };
}

/** The fact names a side, not a person; a driver who is not the ride's can't be told apart from the one who is. */
function whoAsked({ by, reason }: RideCancellationRefused['data'], ride: RideRow): string | null {
  if (reason === 'not_your_ride') return null;
  switch (by) {
    case 'rider':
      return ride.riderId;
    case 'driver':
      return ride.driverId;
    case 'unknown':
      return null;
  }
}

function whyRefused({ reason }: RideCancellationRefused['data']): Contents['cancellation_refused']['because'] {
  switch (reason) {
    case 'rider_aboard':
    case 'ride_ended':
      return reason;
    case 'not_your_ride':
    case 'unknown':
      return 'other';
  }
}

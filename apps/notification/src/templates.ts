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
import { written } from './money.js';
import type { RideRow } from './ride-people.js';

/** The facts of a ride that somebody is told about; for one that is added here the compiler asks for its words below. */
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

/** Something to tell a person. The text names nobody: it stays when a name is forgotten. */
export interface Message {
  readonly person: string;
  readonly kind: MessageKind;
  readonly text: string;
}
export type MessageKind =
  | 'driver_on_the_way'
  | 'ride_is_yours'
  | 'driver_arrived'
  | 'receipt'
  | 'earnings'
  | 'ride_cancelled'
  | 'ride_unfulfilled'
  | 'searching_again'
  | 'off_the_ride'
  | 'cancellation_refused';

/** Whom a fact concerns and what they are told; `ride`: what was known before it. */
export function messagesAbout(fact: Told, ride: RideRow): readonly Message[] {
  // What comes after the end is told to nobody but who asked for something and waits for the answer.
  if (ride.outcome !== null && fact.type !== 'RideCancellationRefused') return [];
  switch (fact.type) {
    case 'BookingCreated': {
      const { riderId, driverId, fare, pickupEtaSeconds } = fact.data;
      const away = minutes(pickupEtaSeconds);
      const price = written(fare);
      return [
        say(
          riderId,
          'driver_on_the_way',
          `Your driver is on the way and comes in about ${away}. The fare is ${price}.`,
        ),
        say(driverId, 'ride_is_yours', `The ride is yours: the pickup is about ${away} away. The fare is ${price}.`),
      ];
    }
    case 'DriverArrived':
      if (ride.riderId === null || ride.offerId !== fact.data.offerId) return [];
      return [say(ride.riderId, 'driver_arrived', 'Your driver is at the pickup. Tell them your PIN.')];
    case 'BookingCompleted': {
      const { riderId, driverId, fare, distanceMetres, durationSeconds } = fact.data;
      const trip = `${kilometres(distanceMetres)} in ${minutes(durationSeconds)}`;
      return [
        say(riderId, 'receipt', `Thank you for riding with us. You pay ${written(fare)} for ${trip}.`),
        say(driverId, 'earnings', `The ride is complete: ${written(fare)} for ${trip}.`),
      ];
    }
    case 'RideCancelled': {
      const { riderId, driverId, by, fee } = fact.data;
      const told = cancelled(by);
      return [
        say(riderId, 'ride_cancelled', `${told.rider} ${feeOf(fee)}`),
        ...(driverId === undefined ? [] : [say(driverId, 'ride_cancelled', told.driver)]),
      ];
    }
    case 'RideUnfulfilled':
      return [say(fact.data.riderId, 'ride_unfulfilled', unfulfilled(fact.data.reason))];
    case 'BookingCancelled': {
      const { riderId, driverId, by } = fact.data;
      return [
        say(riderId, 'searching_again', 'Your driver can’t come. We are looking for another one, ahead of others.'),
        say(driverId, 'off_the_ride', offTheRide(by)),
      ];
    }
    case 'RideCancellationRefused': {
      const person = whoAsked(fact.data, ride);
      return person === null ? [] : [say(person, 'cancellation_refused', refused(fact.data.reason))];
    }
  }
}

function say(person: string, kind: MessageKind, text: string): Message {
  return { person, kind, text };
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

function cancelled(by: RideCancelled['data']['by']): { readonly rider: string; readonly driver: string } {
  switch (by) {
    case 'rider':
      return { rider: 'Your ride is cancelled, as you wished.', driver: 'The rider has cancelled the ride.' };
    case 'no_show':
      return {
        rider: 'Your driver waited for you at the pickup and has left: your ride is cancelled.',
        driver: 'The rider did not show: the ride is cancelled.',
      };
    case 'operator':
    case 'unknown':
      return { rider: 'We had to cancel your ride.', driver: 'We had to cancel the ride.' };
  }
}

function unfulfilled(reason: RideUnfulfilled['data']['reason']): string {
  switch (reason) {
    case 'no_driver_nearby':
      return 'No driver was near you. Please try again in a few minutes.';
    case 'none_accepted':
    case 'search_overdue':
    case 'unknown':
      return 'No driver was free for your ride. Please try again in a few minutes.';
  }
}

function offTheRide(by: BookingCancelled['data']['by']): string {
  switch (by) {
    case 'silence':
      return 'We lost sight of you, so another driver takes the ride.';
    case 'driver':
    case 'unknown':
      return 'You are off the ride: another driver takes it.';
  }
}

function refused(reason: RideCancellationRefused['data']['reason']): string {
  switch (reason) {
    case 'rider_aboard':
      return 'The ride can’t be cancelled any more: the rider is aboard.';
    case 'ride_ended':
      return 'The ride can’t be cancelled any more: it has ended.';
    case 'not_your_ride':
    case 'unknown':
      return 'The ride can’t be cancelled.';
  }
}

function feeOf(fee: Money): string {
  return fee.minor > 0 ? `The fee is ${written(fee)}.` : 'You pay nothing.';
}
function minutes(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds / 60));
  return whole === 1 ? '1 minute' : `${whole} minutes`;
}
function kilometres(metres: number): string {
  return `${(metres / 1000).toFixed(1)} km`;
}

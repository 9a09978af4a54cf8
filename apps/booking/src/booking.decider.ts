import type { Decider } from '@ride/decider';
import {
  BookingCancelled,
  BookingCreated,
  RideAcceptanceRefused,
  RideCancellationRefused,
  RideCancelled,
  RideUnfulfilled,
  SearchExhausted,
  TripTimedOut,
  type RideCancellationRequested,
} from '@ride/events';
import { cancellationFee, noFee, noShowFee } from '@ride/fares';
import { areaById } from '@ride/geo';
import { evolve } from './booking.evolve.js';
import { isBeforePickup, isLive, isOf } from './booking.state.js';
import type { Acceptance, AtPickup, Booking, BookingHears, BookingSays, OnTheWay } from './booking.state.js';
import { completedAsQuoted, completedByMeter, quotedTrip, type SettlementRules } from './completion.rules.js';

/** Milliseconds, except the factor. */
export interface BookingRules extends SettlementRules {
  readonly searchMs: number;
  readonly freeCancellationMs: number;
  readonly waitingMs: number;
  readonly tripTimeoutFactor: number;
  readonly tripTimeoutExtraMs: number;
}

/** Answers every acceptance and every wish by its place in the log, and alone says how a ride ends. */
export function booking(rules: BookingRules): Decider<Booking, never, BookingHears, BookingSays> {
  const react = (state: Booking, fact: BookingHears): readonly BookingSays[] => {
    switch (fact.type) {
      case 'RideAccepted':
        return answerTo(state, fact);
      case 'RideCancellationRequested':
        return answerToWish(state, fact);
      case 'SearchExhausted': {
        if (state.is !== 'requested') return [];
        const { riderId, rideId, expiresAt, reopened } = state.ride;
        const reason = fact.data.reason === 'unknown' ? 'none_accepted' : fact.data.reason;
        // Said about the search before this one, by someone who hadn't yet heard that it was opened anew.
        const due = reason === 'search_overdue' ? dueAt(state) : reopened ? expiresAt : null;
        return due !== null && fact.time < due ? [] : [RideUnfulfilled({ rideId, riderId, reason })];
      }
      case 'RiderDroppedOff':
        return state.is === 'aboard' && isOf(state, fact) ? [completedByMeter(state, fact.data, rules)] : [];
      case 'RiderDidNotShow': {
        if (state.is !== 'arrived' || !isOf(state, fact)) return [];
        const { rideId, riderId, area } = state.ride;
        const { driverId } = state.booked;
        return [RideCancelled({ rideId, riderId, driverId, area, by: 'no_show', fee: noShowFee(areaById(area)) })];
      }
      case 'DriverFellSilent':
        return isBeforePickup(state) && isOf(state, fact) ? [withoutDriver(state, 'silence', fact.time)] : [];
      case 'TripTimedOut': {
        // Something came in between: the stage that was too long is over.
        if (!isLive(state) || state.booked.driverId !== fact.data.driverId || fact.time < dueAt(state)) return [];
        return [state.is === 'aboard' ? completedAsQuoted(state, rules) : withoutDriver(state, 'silence', fact.time)];
      }
      case 'RideRequested':
      case 'RideOffered':
      case 'RideDeclined':
      case 'RideOfferExpired':
      case 'RideOfferWithdrawn':
      case 'DriverArrived':
      case 'RiderPickedUp':
        return [];
    }
  };

  const answerToWish = (state: Booking, fact: RideCancellationRequested): readonly BookingSays[] => {
    const { by, rideId, offerId } = fact.data;
    if (by === 'unknown') return [];
    const refused = (reason: 'rider_aboard' | 'ride_ended' | 'not_your_ride') => [
      RideCancellationRefused({ rideId, by, reason }),
    ];
    if (state.is === 'unknown' || state.is === 'ended') return refused('ride_ended');
    if (by === 'driver') {
      if (state.is === 'requested' || state.booked.offerId !== offerId) return refused('not_your_ride');
      return state.is === 'aboard' ? refused('rider_aboard') : [withoutDriver(state, 'driver', fact.time)];
    }
    if (state.is === 'aboard') return refused('rider_aboard');
    const { riderId, area } = state.ride;
    if (state.is === 'requested')
      return [RideCancelled({ rideId, riderId, area, by, fee: noFee(state.ride.fareEstimate) })];
    const { driverId, bookedAt } = state.booked;
    const times = { bookedAt, cancelledAt: fact.time, freeMs: rules.freeCancellationMs };
    return [RideCancelled({ rideId, riderId, driverId, area, by, fee: cancellationFee(areaById(area), times) })];
  };

  const withoutDriver = ({ ride, booked }: OnTheWay | AtPickup, by: 'driver' | 'silence', now: number) =>
    BookingCancelled({
      rideId: ride.rideId,
      riderId: ride.riderId,
      driverId: booked.driverId,
      offerId: booked.offerId,
      by,
      fee: noFee(booked.fare),
      expiresAt: now + rules.searchMs,
    });

  /** When the state has gone on for far too long: nothing hangs, whoever else has stopped. */
  const dueAt = (state: Exclude<Booking, { is: 'unknown' | 'ended' }>): number => {
    const tooLong = (seconds: number) => rules.tripTimeoutFactor * seconds * 1000 + rules.tripTimeoutExtraMs;
    switch (state.is) {
      case 'requested':
        return state.ride.expiresAt + rules.searchMs;
      case 'booked':
        return state.booked.bookedAt + tooLong(state.booked.pickupEtaSeconds);
      case 'arrived':
        return state.arrivedAt + rules.waitingMs + rules.tripTimeoutExtraMs;
      case 'aboard':
        return state.pickedUpAt + tooLong(quotedTrip(state.ride).durationSeconds);
    }
  };

  return {
    initial: { is: 'unknown' },
    decide: () => [], // people ask the services they talk to; booking only hears
    react,
    evolve,
    deadline: {
      at: (state) => (state.is === 'unknown' || state.is === 'ended' ? null : dueAt(state)),
      // Only said: what it means is decided when it is heard back, after all that came before it.
      passed: (state) => {
        if (state.is === 'unknown' || state.is === 'ended') return [];
        const { rideId } = state.ride;
        if (state.is === 'requested') return [SearchExhausted({ rideId, reason: 'search_overdue' })];
        return [TripTimedOut({ rideId, driverId: state.booked.driverId })];
      },
    },
  };
}

function answerTo(state: Booking, { data }: Acceptance): readonly BookingSays[] {
  const { rideId, offerId, driverId, driverIsBusy } = data;
  const refused = (reason: Parameters<typeof RideAcceptanceRefused>[0]['reason']) => [
    RideAcceptanceRefused({ rideId, offerId, driverId, reason }),
  ];
  if (state.is === 'unknown' || state.is === 'ended') return refused('ride_ended');
  // Nothing is said twice about the acceptance that became the booking.
  if (state.is !== 'requested') return state.booked.offerId === offerId ? [] : refused('already_booked');
  const offer = state.offers[offerId];
  if (offer?.is === 'expired') return refused('offer_expired');
  if (offer?.is !== 'open' || offer.driverId !== driverId) return refused('offer_withdrawn');
  if (driverIsBusy) return refused('driver_busy');
  const { riderId, fareEstimate } = state.ride;
  const { pickupEtaSeconds } = offer;
  return [BookingCreated({ rideId, riderId, driverId, offerId, fare: fareEstimate, pickupEtaSeconds })];
}

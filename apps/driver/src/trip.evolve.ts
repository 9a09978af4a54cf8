import type { Offer, Pin, Stage, Trip, TripHears, TripSays } from './trip.state.js';

export interface PinRules {
  /** After so many wrong ones no PIN is taken for `pinPauseMs`. */
  readonly pinTries: number;
  readonly pinPauseMs: number;
}

const FRESH: Pin = { wrong: 0, pausedUntil: 0 };

/** Folds what was heard and what was said; `at`: event time, UTC milliseconds. */
export function tripEvolve(trip: Trip, fact: TripHears | TripSays, at: number, rules: PinRules): Trip {
  const { stage } = trip;
  const on = (next: Stage): Trip => ({ ...trip, stage: next });
  switch (fact.type) {
    case 'RideOffered': {
      const { offerId, driverId, pickup, dropoff, fareEstimate, pickupEtaSeconds, expiresAt } = fact.data;
      const offer: Offer = { driverId, pickupEtaSeconds, expiresAt, is: 'open' };
      return { ...trip, about: { pickup, dropoff, fareEstimate }, offers: { ...trip.offers, [offerId]: offer } };
    }
    case 'RideAccepted':
      return withOffer(trip, fact.data.offerId, 'accepted');
    case 'RideDeclined':
      return withOffer(trip, fact.data.offerId, 'declined');
    case 'RideOfferExpired':
      return withOffer(trip, fact.data.offerId, 'expired');
    case 'RideOfferWithdrawn':
      return withOffer(trip, fact.data.offerId, 'withdrawn');
    case 'RideAcceptanceRefused':
      return withOffer(trip, fact.data.offerId, 'refused');
    case 'BookingCreated': {
      const { rideId, riderId, driverId, offerId, fare } = fact.data;
      const next = withOffer(trip, offerId, 'booked');
      if (stage.is === 'ended') return next;
      return {
        ...next,
        stage: { is: 'booked', booked: { rideId, riderId, driverId, offerId, fare }, seenAt: at, leaving: false },
      };
    }
    case 'BookingCancelled': {
      const next = withOffer(trip, fact.data.offerId, 'left');
      return isOf(stage, fact.data.offerId) ? { ...next, stage: { is: 'open' } } : next;
    }
    case 'RideCancellationRequested':
      return stage.is === 'booked' || stage.is === 'arrived' ? on({ ...stage, leaving: true }) : trip;
    case 'RideCancellationRefused': {
      const isMine = fact.data.by === 'driver' && (stage.is === 'booked' || stage.is === 'arrived');
      return isMine ? on({ ...stage, leaving: false }) : trip;
    }
    case 'DriverArrived':
      return stage.is === 'booked' ? on({ ...stage, is: 'arrived', arrivedAt: at, seenAt: at, pin: FRESH }) : trip;
    case 'PinMistyped': {
      if (stage.is !== 'arrived') return trip;
      const wrong = stage.pin.wrong + 1;
      const pin = wrong < rules.pinTries ? { ...stage.pin, wrong } : { wrong: 0, pausedUntil: at + rules.pinPauseMs };
      return on({ ...stage, pin });
    }
    case 'RiderPickedUp':
      return stage.is === 'arrived' ? on({ is: 'aboard', booked: stage.booked }) : trip;
    case 'RiderDidNotShow':
      return stage.is === 'arrived' ? on({ is: 'no_show', booked: stage.booked }) : trip;
    case 'RiderDroppedOff':
      return stage.is === 'aboard' ? on({ is: 'dropped_off', booked: stage.booked, droppedOffAt: at }) : trip;
    case 'DriverMoved': {
      const isComing = stage.is === 'booked' || stage.is === 'arrived';
      if (!isComing || stage.booked.driverId !== fact.data.driverId) return trip;
      return on({ ...stage, seenAt: Math.max(stage.seenAt, at) });
    }
    case 'BookingCompleted':
      return on(ended(stage, at, 'completed', fact.data.fare));
    case 'RideCancelled':
      return on(ended(stage, at, 'cancelled', fact.data.fee));
    case 'RideUnfulfilled':
      return on(ended(stage, at, 'unfulfilled', null));
    case 'RiderRated':
      return stage.is === 'ended' ? on({ ...stage, rated: fact.data.stars }) : trip;
    case 'DriverFellSilent':
      return trip;
  }
}

type Ended = Extract<Stage, { is: 'ended' }>;

/** The first end stands; another is only counted. */
function ended(stage: Stage, at: number, outcome: Ended['outcome'], toPay: Ended['toPay']): Stage {
  if (stage.is === 'ended') return { ...stage, endings: stage.endings + 1 };
  const booked = stage.is === 'open' ? null : stage.booked;
  const droppedOffAt = stage.is === 'dropped_off' ? stage.droppedOffAt : at;
  return { is: 'ended', booked, outcome, endings: 1, toPay, droppedOffAt };
}

function isOf(stage: Stage, offerId: string): boolean {
  return stage.is !== 'open' && stage.is !== 'ended' && stage.booked.offerId === offerId;
}

/** An accepted offer waits for booking's answer: what comes before that may have come too late. */
function withOffer(trip: Trip, offerId: string, is: Offer['is']): Trip {
  const offer = trip.offers[offerId];
  if (offer === undefined) return trip;
  const isEarly = is === 'expired' || is === 'withdrawn' || is === 'accepted' || is === 'declined';
  if (isEarly && offer.is !== 'open') return trip;
  return { ...trip, offers: { ...trip.offers, [offerId]: { ...offer, is } } };
}

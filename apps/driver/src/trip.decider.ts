import { rejections, type Decider } from '@ride/decider';
import {
  DriverArrived,
  DriverFellSilent,
  RideAccepted,
  RideCancellationRequested,
  RideDeclined,
  RiderDidNotShow,
  RiderDroppedOff,
  RiderPickedUp,
  RiderRated,
} from '@ride/events';
import { tripEvolve, type PinRules } from './trip.evolve.js';
import type { Booked, Offer, Stage, Trip, TripCommand, TripHears, TripSays } from './trip.state.js';

export const tripRejections = rejections({
  offer_not_found: 'You have no offer with this id: check the id.',
  offer_is_over: 'This offer is over: wait for the next one.',
  offer_accepted: 'You have accepted this offer: wait for the booking, and cancel the ride if you want out.',
  ride_not_found: 'You were never offered a ride with this id: check the id.',
  not_your_ride: 'You are not the driver of this ride.',
  not_arrived: 'Tell us first that you are at the pickup.',
  wrong_pin: 'This is not the rider’s PIN: ask for it again.',
  pin_paused: 'The PIN was wrong too often: wait some minutes, then try again.',
  still_waiting: 'The rider’s waiting time is not over yet: wait, then say it again.',
  not_aboard: 'The rider is not aboard yet: give the PIN first.',
  rider_aboard: 'The rider is aboard: the ride ends with the drop-off.',
  already_over: 'This ride is over.',
  not_completed: 'Only a completed ride can be rated: wait until its end is confirmed.',
  already_rated: 'You have rated this ride already, and each ride is rated once.',
  rating_too_late: 'The time in which this ride could be rated is over.',
});

/** Milliseconds, except the number of tries. */
export interface TripRules extends PinRules {
  readonly silentTripMs: number;
  readonly waitingMs: number;
  /** For so long after the drop-off the rider can be rated. */
  readonly ratingMs: number;
}

/**
 * What a driver may say about a ride. Whether it counts is booking's to say, by its place in the log: only what has been
 * heard forbids anything here, no clock, and the same said twice is said once.
 */
export function trip(rules: TripRules): Decider<Trip, TripCommand, TripHears, TripSays> {
  const decide = (trip: Trip, command: TripCommand, now: number): readonly TripSays[] => {
    const { rideId, driverId } = command;
    if (command.do === 'accept' || command.do === 'decline') return answer(trip, command);
    if (command.do === 'rate') return rate(trip, command, now - rules.ratingMs);
    const stage = stageOf(trip, driverId);
    const { offerId } = stage.booked;
    const about = { rideId, driverId, offerId };
    switch (command.do) {
      case 'arrive':
        return stage.is === 'booked' ? [DriverArrived({ ...about, location: command.location })] : [];
      case 'pick_up':
        if (stage.is === 'booked') throw tripRejections.not_arrived();
        if (stage.is === 'no_show') throw tripRejections.already_over();
        if (stage.is !== 'arrived') return [];
        if (now < stage.pin.pausedUntil) throw tripRejections.pin_paused();
        if (!command.pinIsRight) throw tripRejections.wrong_pin();
        return [RiderPickedUp(about)];
      case 'report_no_show': {
        if (stage.is === 'booked') throw tripRejections.not_arrived();
        if (stage.is === 'no_show') return [];
        if (stage.is !== 'arrived') throw tripRejections.rider_aboard();
        const waited = now - stage.arrivedAt;
        if (waited < rules.waitingMs) throw tripRejections.still_waiting();
        return [RiderDidNotShow({ ...about, waitedSeconds: Math.floor(waited / 1000) })];
      }
      case 'drop_off': {
        if (stage.is === 'booked' || stage.is === 'arrived') throw tripRejections.not_aboard();
        if (stage.is === 'no_show') throw tripRejections.already_over();
        const { location, distanceMetres, durationSeconds } = command;
        return stage.is === 'aboard' ? [RiderDroppedOff({ ...about, distanceMetres, durationSeconds, location })] : [];
      }
      case 'cancel':
        if (stage.is === 'no_show') throw tripRejections.already_over();
        if (stage.is !== 'booked' && stage.is !== 'arrived') throw tripRejections.rider_aboard();
        if (stage.leaving) return [];
        return [RideCancellationRequested({ rideId, by: 'driver', offerId, reason: command.reason })];
    }
  };

  return {
    initial: { about: null, offers: {}, stage: { is: 'open' } },
    decide,
    react: () => [], // the log decides, booking answers; drivers only see it
    evolve: (trip, fact, at) => tripEvolve(trip, fact, at, rules),
    deadline: {
      at: ({ stage }, hearingSince) =>
        stage.is === 'booked' || stage.is === 'arrived'
          ? Math.max(stage.seenAt, hearingSince) + rules.silentTripMs
          : null,
      passed: ({ stage }) => {
        if (stage.is !== 'booked' && stage.is !== 'arrived') return [];
        const { rideId, driverId, offerId } = stage.booked;
        return [DriverFellSilent({ rideId, driverId, offerId, since: stage.seenAt })];
      },
    },
  };
}

function answer(trip: Trip, command: Extract<TripCommand, { do: 'accept' | 'decline' }>): readonly TripSays[] {
  const { rideId, driverId, offerId } = command;
  const offer = trip.offers[offerId];
  if (offer?.driverId !== driverId) throw tripRejections.offer_not_found();
  const says = command.do === 'accept' ? 'accepted' : 'declined';
  if (offer.is === says || (says === 'accepted' && offer.is === 'booked')) return [];
  if (offer.is === 'accepted' || offer.is === 'booked') throw tripRejections.offer_accepted();
  if (offer.is !== 'open') throw tripRejections.offer_is_over();
  if (command.do === 'decline') return [RideDeclined({ rideId, driverId, offerId, reason: command.reason })];
  if (trip.stage.is !== 'open') throw tripRejections.offer_is_over();
  return [RideAccepted({ rideId, driverId, offerId })];
}

/** Once, and not when the drop-off was before `since`, UTC milliseconds. */
function rate(trip: Trip, { rideId, driverId, stars }: Extract<TripCommand, { do: 'rate' }>, since: number) {
  const stage = own(trip, driverId);
  if (stage.is !== 'ended' || stage.outcome !== 'completed') throw tripRejections.not_completed();
  if (stage.rated === stars) return [];
  if (stage.rated !== undefined) throw tripRejections.already_rated();
  if (stage.droppedOffAt < since) throw tripRejections.rating_too_late();
  return [RiderRated({ rideId, raterId: driverId, ratedId: stage.booked.riderId, stars })];
}

/** How far this driver is with the ride. Of a completed one: the drop-off, so that its repeats are answered as before. */
function stageOf(trip: Trip, driverId: string): Exclude<Stage, { is: 'open' | 'ended' }> {
  const stage = own(trip, driverId);
  if (stage.is !== 'ended') return stage;
  if (stage.outcome !== 'completed') throw tripRejections.already_over();
  return { ...stage, is: 'dropped_off' };
}

type Own = Exclude<Stage, { is: 'open' }> & { readonly booked: Booked };

function own({ offers, stage }: Trip, driverId: string): Own {
  if (offerTo(offers, driverId) === undefined) throw tripRejections.ride_not_found();
  if (stage.is === 'open') throw tripRejections.not_your_ride();
  const { booked } = stage;
  if (booked?.driverId !== driverId) throw tripRejections.not_your_ride();
  return { ...stage, booked };
}

/** The driver's own offer of the ride, the last if there were several. */
export function offerTo(offers: Trip['offers'], driverId: string): readonly [string, Offer] | undefined {
  return Object.entries(offers).findLast(([, offer]) => offer.driverId === driverId);
}

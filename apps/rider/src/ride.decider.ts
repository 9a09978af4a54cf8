import { rejections, type Decider } from '@ride/decider';
import { DriverRated, RideCancellationRequested, RideRequested } from '@ride/events';
import { promisedFare } from './fare-estimate.rules.js';
import { evolve } from './ride.evolve.js';
import type { Ride, RideCommand, RideHears, RideSays } from './ride.state.js';

export const rideRejections = rejections({
  ride_not_found: 'You have no ride with this id: check the id.',
  rider_aboard: 'You are aboard already: ask your driver to end the ride.',
  ride_ended: 'This ride has ended: there is nothing left to cancel.',
  not_completed: 'Only a completed ride can be rated: wait for its receipt.',
  already_rated: 'You have rated this ride already, and each ride is rated once.',
  rating_too_late: 'The time in which this ride could be rated is over.',
});

export interface RideRules {
  /** For so long after the drop-off the driver can be rated, milliseconds. */
  readonly ratingMs: number;
}

/** A rider asks, wishes and rates; what becomes of it is said by others, in the ride's log, and shown as heard. */
export function ride(rules: RideRules): Decider<Ride, RideCommand, RideHears, RideSays> {
  return {
    initial: { is: 'unknown' },

    decide: (ride, command, now) => {
      switch (command.do) {
        case 'request': {
          if (ride.is !== 'unknown') return []; // asked again: it is asked for already
          const { do: _, by, ...request } = command;
          return [RideRequested({ ...request, ...(by !== undefined && promisedFare(by, request, now)) })];
        }
        case 'cancel':
          return cancel(own(ride, command), command);
        case 'rate':
          return rate(own(ride, command), command, now - rules.ratingMs);
      }
    },

    react: () => [], // nobody waits for the rider's service: it shows

    evolve,
  };
}

type Known = Exclude<Ride, { readonly is: 'unknown' }>;
type Asking<Do extends RideCommand['do']> = Extract<RideCommand, { readonly do: Do }>;

function own(ride: Ride, { riderId }: RideCommand): Known {
  if (ride.is === 'unknown' || ride.riderId !== riderId) throw rideRejections.ride_not_found();
  return ride;
}

function cancel(ride: Known, { rideId, reason }: Asking<'cancel'>): readonly RideSays[] {
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

/** Once, and not when the drop-off was before `since`, UTC milliseconds. */
function rate(ride: Known, { rideId, riderId, stars }: Asking<'rate'>, since: number): readonly RideSays[] {
  if (ride.is !== 'completed') throw rideRejections.not_completed();
  if (ride.rated === stars) return [];
  if (ride.rated !== undefined) throw rideRejections.already_rated();
  if (ride.droppedOffAt < since) throw rideRejections.rating_too_late();
  return [DriverRated({ rideId, raterId: riderId, ratedId: ride.trip.driverId, stars })];
}

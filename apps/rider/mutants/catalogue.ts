import type { Catalogue } from '@ride/testing';

const DECIDER = 'src/ride.decider.ts';
const EVOLVE = 'src/ride.evolve.ts';
const STATE = 'src/ride.state.ts';
const ASKING = 'src/ride.decider.spec.ts';
const VIEW = 'src/ride.evolve.spec.ts';

/** Mistakes in what riders may ask for, and in what they see. */
export const catalogue = [
  {
    label: 'rider ride',
    title: 'A rider asks, wishes and rates; what becomes of it is shown as the log says it',
    mutants: [
      {
        name: 'a ride can be cancelled by somebody else',
        file: DECIDER,
        find: "if (ride.is === 'unknown' || ride.riderId !== riderId) throw",
        replace: "if (ride.is === 'unknown') throw",
        test: ASKING,
        fails: 'is for the own ride only',
      },
      {
        name: 'a wish to cancel is said as often as it is asked',
        file: DECIDER,
        find: 'return ride.cancelling ? [] : [',
        replace: 'return [',
        test: ASKING,
        fails: 'is said once, until booking has answered',
      },
      {
        name: 'a wish to cancel is forgotten when the ride goes on',
        file: STATE,
        find: 'return { riderId, asked, requestedAt, cancelling };',
        replace: 'return { riderId, asked, requestedAt, cancelling: false };',
        test: ASKING,
        fails: 'stays open whatever is heard before its answer',
      },
      {
        name: 'a wish to cancel counts as refused when the driver’s is',
        file: EVOLVE,
        find: "isLive(ride) && fact.data.by === 'rider' ?",
        replace: 'isLive(ride) ?',
        test: ASKING,
        fails: 'is answered by a refusal to the rider, not to the driver',
      },
      {
        name: 'a rating can be changed',
        file: DECIDER,
        find: 'if (ride.rated !== undefined) throw rideRejections.already_rated();',
        replace: '',
        test: ASKING,
        fails: 'is said once: the same again says nothing, another is refused',
      },
      {
        name: 'a rating that is said again is asked first whether it comes too late',
        file: DECIDER,
        find: `if (ride.rated === stars) return [];
  if (ride.rated !== undefined) throw rideRejections.already_rated();
  if (ride.droppedOffAt < since) throw rideRejections.rating_too_late();`,
        replace: `if (ride.droppedOffAt < since) throw rideRejections.rating_too_late();
  if (ride.rated === stars) return [];
  if (ride.rated !== undefined) throw rideRejections.already_rated();`,
        test: ASKING,
        fails: 'can be given within seven days of the drop-off',
      },
      {
        name: 'what is said of another offer than the booked one is shown',
        file: STATE,
        find: ' && ride.booking.offerId === offerId;',
        replace: ';',
        test: VIEW,
        fails: 'no fact of another offer than the booked one',
      },
      {
        name: 'a trip begins anew when the pickup is heard again',
        file: EVOLVE,
        find: "if (!isDriven(ride, fact.data.offerId) || ride.is === 'aboard') return ride;",
        replace: 'if (!isDriven(ride, fact.data.offerId)) return ride;',
        test: VIEW,
        fails: 'the trip forwards only',
      },
      {
        name: 'the last end of a ride stands',
        file: EVOLVE,
        find: "return isEnded(ride) ? again(ride) : { is: 'cancelled', ...over(ride, fact, at), by, fee };",
        replace: "return { is: 'cancelled', ...over(ride, fact, at), by, fee };",
        test: VIEW,
        fails: 'once: the first end stands, another is counted',
      },
    ],
  },
] satisfies Catalogue;

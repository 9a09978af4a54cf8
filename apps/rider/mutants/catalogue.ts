import type { Catalogue } from '@ride/testing';

const DECIDER = 'src/ride.decider.ts';
const EVOLVE = 'src/ride.evolve.ts';
const STATE = 'src/ride.state.ts';
const ASKING = 'src/ride.decider.spec.ts';
const VIEW = 'src/ride.evolve.spec.ts';
const ESTIMATE = 'src/fare-estimate.rules.ts';
const BY_ESTIMATE = 'src/fare-estimate.rules.spec.ts';
const ETAS = 'src/pickup-etas.ts';
const ETA = 'test/pickup-eta.e2e.spec.ts';

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
  {
    label: 'rider fare estimate',
    title: 'A price that was told is the price of the ride, for its rider, its trip and its time',
    mutants: [
      {
        name: 'the tariff’s price counts, not the one that was told',
        file: DECIDER,
        find: 'return [RideRequested({ ...request, ...(by !== undefined && promisedFare(by, request, now)) })];',
        replace: 'return [RideRequested(request)];',
        test: BY_ESTIMATE,
        fails: 'has exactly the price that was told, whatever the tariff says now',
      },
      {
        name: 'the price has surge, and the ride does not know it',
        file: ESTIMATE,
        find: 'surge: estimate.surge ?? 1 };',
        replace: 'surge: 1 };',
        test: BY_ESTIMATE,
        fails: 'has exactly the price that was told, whatever the tariff says now',
      },
      {
        name: 'the first price that was told counts for every class',
        file: ESTIMATE,
        find: '({ vehicleClass }) => vehicleClass === ride.vehicleClass',
        replace: '() => true',
        test: BY_ESTIMATE,
        fails: 'is refused in a class of which no price was told',
      },
      {
        name: 'somebody else can ride at the price that was told',
        file: ESTIMATE,
        find: 'if (estimate?.riderId !== ride.riderId) throw',
        replace: 'if (estimate === null) throw',
        test: BY_ESTIMATE,
        fails: 'is refused by an estimate that is not there, or somebody else’s',
      },
      {
        name: 'a price that was told holds for ever',
        file: ESTIMATE,
        find: 'if (now >= estimate.expiresAt) throw estimateRejections.fare_estimate_expired();',
        replace: '',
        test: BY_ESTIMATE,
        fails: 'is refused from the moment on at which the estimate expires',
      },
      {
        name: 'a price that was told holds from another pickup',
        file: ESTIMATE,
        find: 'isSame(estimate.pickup, ride.pickup) && ',
        replace: '',
        test: BY_ESTIMATE,
        fails: 'is refused for another pickup',
      },
      {
        name: 'a price that was told holds to another drop-off',
        file: ESTIMATE,
        find: ' && isSame(estimate.dropoff, ride.dropoff)',
        replace: '',
        test: BY_ESTIMATE,
        fails: 'is refused for another drop-off',
      },
      {
        name: 'places count as one on one meridian',
        file: ESTIMATE,
        find: 'return a.lat === b.lat && a.lng === b.lng;',
        replace: 'return a.lng === b.lng;',
        test: BY_ESTIMATE,
        fails: 'is refused for another pickup',
      },
    ],
  },
  {
    label: 'rider pickup eta',
    title: 'A fare estimate shows how soon a free driver could be there, and never waits for it',
    mutants: [
      {
        name: 'drivers who are off duty are counted',
        file: 'src/driver-availability.ts',
        find: ' WHERE id = ANY($1::uuid[]) AND available`;',
        replace: ' WHERE id = ANY($1::uuid[])`;',
        test: ETA,
        fails: 'leaves out who is off duty or booked, until they are free again',
      },
      {
        name: 'an older fact than the last one heard frees a driver',
        file: 'src/driver-availability.ts',
        find: 'if (was !== undefined && version < was.version) return false;',
        replace: '',
        test: ETA,
        fails: 'ignores what was said before what is known',
      },
      {
        name: 'drivers of whose booking has been heard are counted',
        file: ETAS,
        find: ' || busy.has(position.driverId) ? []',
        replace: ' ? []',
        test: ETA,
        fails: 'leaves out whose booking has been heard, though nobody has said yet that they are not free',
      },
      {
        name: 'drivers are counted who would not be offered the ride',
        file: ETAS,
        find: 'const radiusMetres = Math.min(inTime, radiiMetres.at(-1) ?? 0);',
        replace: 'const radiusMetres = inTime * 1_000;',
        test: ETA,
        fails: 'leaves out who is too far away to be offered the ride',
      },
      {
        name: 'the furthest driver counts',
        file: ETAS,
        find: 'if (!etas.has(vehicleClass)) etas.set',
        replace: 'etas.set',
        test: ETA,
        fails: 'is the drive of the nearest free driver of each class, and null where there is none',
      },
      {
        name: 'no price is told while Redis is away',
        file: ETAS,
        find: 'await soon(',
        replace: 'await (',
        test: ETA,
        fails: 'is null while Redis is away, and comes back with it and the next position',
      },
      {
        name: 'no price is told while Redis stands still',
        file: ETAS,
        find: 'await soon(',
        replace: 'await (',
        test: ETA,
        fails: 'is null while Redis stands still',
        byWaiting: true,
      },
    ],
  },
] satisfies Catalogue;

import type { Mutant } from '@ride/testing';

const DECIDER = 'src/trip.decider.ts';
const EVOLVE = 'src/trip.evolve.ts';
const SPEC = 'src/trip.decider.spec.ts';

export const trip: readonly Mutant[] = [
  {
    name: 'a PIN is taken while it is paused',
    file: DECIDER,
    find: 'if (now < stage.pin.pausedUntil) throw tripRejections.pin_paused();',
    replace: '',
    test: SPEC,
    fails: 'is taken no more for five minutes after three wrong ones, then again',
  },
  {
    name: 'a wrong PIN brings the rider aboard',
    file: DECIDER,
    find: 'if (!command.pinIsRight) throw tripRejections.wrong_pin();',
    replace: '',
    test: SPEC,
    fails: 'that is wrong brings nobody aboard',
  },
  {
    name: 'a rider can be reported before the waiting time is over',
    file: DECIDER,
    find: 'if (waited < rules.waitingMs) throw tripRejections.still_waiting();',
    replace: '',
    test: SPEC,
    fails: 'can be reported after the waiting time, once',
  },
  {
    name: 'a wish to leave is said as often as it is asked',
    file: DECIDER,
    find: 'if (stage.leaving) return [];',
    replace: '',
    test: SPEC,
    fails: 'says so once, until booking has refused it',
  },
  {
    name: 'a wish to leave counts as answered when the rider is answered',
    file: EVOLVE,
    find: "fact.data.by === 'driver' && (stage.is === 'booked'",
    replace: "(stage.is === 'booked'",
    test: SPEC,
    fails: 'isn’t told by what the rider is answered',
  },
  {
    name: 'an accepted offer is over when its expiry is heard',
    file: EVOLVE,
    find: "if (isEarly && offer.is !== 'open') return trip;",
    replace: '',
    test: SPEC,
    fails: 'that has crossed the offer’s end waits for booking',
  },
  {
    name: 'an offer can be accepted though another driver has the ride',
    file: DECIDER,
    find: "if (trip.stage.is !== 'open') throw tripRejections.offer_is_over();",
    replace: '',
    test: SPEC,
    fails: 'is too late when the offer’s end has been heard, not by the clock',
  },
  {
    name: 'a driver who has left a ride stays on it',
    file: EVOLVE,
    find: "return isOf(stage, fact.data.offerId) ? { ...next, stage: { is: 'open' } } : next;",
    replace: 'return next;',
    test: SPEC,
    fails: 'is no longer the driver’s who has left it',
  },
  {
    name: 'a driver has fallen silent while the service was down',
    file: DECIDER,
    find: 'Math.max(stage.seenAt, hearingSince) + rules.silentTripMs',
    replace: 'stage.seenAt + rules.silentTripMs',
    test: SPEC,
    fails: 'has fallen silent after three minutes, before the pickup',
  },
];

import type { Mutant } from '@ride/testing';

const SHIFT = 'src/shift.decider.ts';
const SPEC = 'src/shift.decider.spec.ts';

export const shift: readonly Mutant[] = [
  {
    name: 'the end of a ride doesn’t free its driver',
    file: SHIFT,
    find: "return shift.is === 'booked' && shift.spot && endsLast(shift, fact) ? [freeAgain(shift, shift.spot)] : [];",
    replace: 'return [];',
    test: SPEC,
    fails: 'makes the driver unavailable, and its end free again',
  },
  {
    name: 'the end of a ride frees a driver who has the next one already',
    file: SHIFT,
    find: 'return rides.every((ride) => ride === rideId);',
    replace: 'return rides.includes(rideId);',
    test: SPEC,
    fails: 'whose end is heard after the next one leaves the driver on that one',
  },
  {
    name: 'a driver whose booking has ended by silence is free',
    file: SHIFT,
    find: "return fact.data.by === 'silence'\n",
    replace: "return fact.data.by === 'unknown'\n",
    test: SPEC,
    fails: 'that ends by silence leaves the driver unavailable',
  },
  {
    name: 'a driver may go off duty while on a ride',
    file: SHIFT,
    find: "if (shift.is === 'booked') throw shiftRejections.on_a_ride();",
    replace: '',
    test: SPEC,
    fails: 'can’t be changed on a ride',
  },
  {
    name: 'unanswered offers are counted on after an answer',
    file: SHIFT,
    find: '{ ...shift, unanswered: 0 } : shift;',
    replace: 'shift : shift;',
    test: SPEC,
    fails: 'is unresponsive after three offers in a row',
  },
  {
    name: 'the end of a ride that is heard late hides the positions that have come since',
    file: SHIFT,
    find: 'seenAt: Math.max(seenAt, at), unanswered: 0',
    replace: 'seenAt: at, unanswered: 0',
    test: SPEC,
    fails: 'is heard of on a ride, too, whose end may be heard late',
  },
];

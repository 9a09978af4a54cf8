import { transitionsIn, transitionsOf } from '@ride/decider';
import { readFileSync } from 'node:fs';
import { RideInFacts, TIMES_SQUARE } from '../test/ride-in-facts.js';
import { shift } from './shift.decider.js';
import type { Shift, ShiftHears } from './shift.state.js';

const MINUTE = 60_000;
const ride = new RideInFacts();
const { driverId } = ride;
const spot = { location: TIMES_SQUARE, area: 'new-york', vehicleClass: 'standard' } as const;
function kindOf(state: Shift): string {
  switch (state.is) {
    case 'available':
      return state.is;
    case 'off_duty':
      return `unavailable (${state.reason})`;
    case 'booked':
      return state.spot === null ? 'booked while off duty' : state.is;
  }
}
const facts = {
  ...Object.fromEntries(
    [ride.booked(), ride.completed(), ride.cancelled(), ride.expired()].map((fact) => [fact.type, fact]),
  ),
  'BookingCancelled, by the driver': ride.left('driver'),
  'BookingCancelled, by silence': ride.left('silence'),
} as unknown as Readonly<Record<string, ShiftHears>>;

it('a driver’s life is as docs/rides.md tells it', () => {
  const made = transitionsOf(shift({ positionFreshMs: MINUTE }), {
    kindOf,
    keyOf: (state) =>
      JSON.stringify([
        kindOf(state),
        state.seenAt,
        state.is === 'available' && state.unanswered,
        state.is === 'booked' && state.spot,
      ]),
    commands: {
      'goes on duty': { do: 'go_on_duty', driverId, spot },
      'goes off duty': { do: 'go_off_duty', driverId },
    },
    facts,
    times: [0, 2 * MINUTE],
  });
  const told = readFileSync(new URL('../../../docs/rides.md', import.meta.url), 'utf8');
  expect(transitionsIn(told, '## A driver’s life')).toEqual(made);
});

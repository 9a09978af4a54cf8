import { transitionsIn, transitionsOf } from '@ride/decider';
import { readFileSync } from 'node:fs';
import { MINUTE, offer, policy, ride, yes } from '../test/scenarios.js';
import type { Booking, BookingHears } from './booking.state.js';

const kindOf = (state: Booking) => (state.is === 'ended' ? state.outcome : state.is);
const facts = {
  ...Object.fromEntries(
    [
      ...[ride.requested(), ride.exhausted(), offer.offered(), yes(offer), offer.declined(), offer.expired()],
      ...[offer.withdrawn(), offer.silent(), offer.arrived(), offer.notThere(), offer.aboard(), offer.dropped()],
      offer.timedOut(),
    ].map((fact) => [fact.type, fact]),
  ),
  'RideCancellationRequested, by the rider': ride.riderWantsOut(),
  'RideCancellationRequested, by the driver': offer.leaves(),
} as unknown as Readonly<Record<string, BookingHears>>;

it('a ride’s life is as docs/rides.md tells it', () => {
  const made = transitionsOf(policy, {
    kindOf,
    keyOf: (state) => (state.is === 'ended' ? kindOf(state) : JSON.stringify(state)),
    facts,
    times: [0, 1000 * MINUTE],
  });
  const told = readFileSync(new URL('../../../docs/rides.md', import.meta.url), 'utf8');
  expect(transitionsIn(told, '## A ride’s life')).toEqual(made);
});

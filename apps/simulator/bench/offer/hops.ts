import { answerOf } from '@ride/client';
import type { Person } from '../../src/people/person.js';
import { forMany } from '../../src/run/many.js';
import type { RideRecord } from '../../src/run/ride-book.js';
import { figures, line } from './table.js';

const AT_ONCE = 8;
const MOST_RIDES = 500;

/**
 * Where the time goes, by the event times of the facts (whole milliseconds): to the rider service's unit of work, from there
 * to the round that makes the offer (relay, log, matching's unit, the round's reads), and from there to the driver.
 */
export async function hopsOf(operator: Person, runs: Readonly<Record<string, readonly RideRecord[]>>) {
  const lines: string[] = [];
  for (const [name, rides] of Object.entries(runs)) {
    const some = rides.filter(({ offeredAt }) => offeredAt !== undefined).slice(0, MOST_RIDES);
    const hops = await forMany(some, AT_ONCE, (ride) => hopsOfRide(operator, ride));
    const row = (hop: string, values: readonly number[]) =>
      line([`  ${hop}`, String(values.length), ...figures(values)]);
    lines.push(
      name,
      row(
        'request → ride asked for',
        hops.map(([toUnit]) => toUnit),
      ),
      row(
        '→ round makes the offer',
        hops.map(([, toRound]) => toRound),
      ),
      row(
        '→ offer at the driver',
        hops.map(([, , toDriver]) => toDriver),
      ),
    );
  }
  return lines.join('\n');
}

async function hopsOfRide({ apps }: Person, { rideId, requestedAt, offeredAt }: RideRecord) {
  const params = { path: { rideId } };
  const { history } = await answerOf(apps.booking.GET('/bookings/{rideId}/history', { params }));
  const timeOf = (type: string) => Date.parse(history.find((fact) => fact.type === type)?.time ?? '');
  const [asked, offered] = [timeOf('RideRequested'), timeOf('RideOffered')];
  const clock = (at: number) => performance.timeOrigin + at;
  return [asked - clock(requestedAt), offered - asked, clock(offeredAt ?? NaN) - offered] as const;
}

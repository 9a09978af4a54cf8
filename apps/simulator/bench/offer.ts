/**
 * Request → offer: from the moment in which a rider's app sends POST /rides to the moment in which the offer has come over
 * the driver's live updates. One ride at a time and at a rate; through REST and live updates alone.
 *
 *   npm run bench -- offer [--rides 1500] [--rate 50] [--alone 300] [--drivers 300] [--warm-up 20] [--whole] [--hops]
 */
import { setMaxListeners } from 'node:events';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { Api } from '../src/api/api.js';
import { Fates, NO_MISHAPS } from '../src/people/fates.js';
import { newPerson } from '../src/people/person.js';
import { Random } from '../src/random.js';
import { RideBook, type RideRecord } from '../src/run/ride-book.js';
import { untilDriversSaid, untilReady } from '../src/run/readiness.js';
import { Tally } from '../src/run/tally.js';
import type { World } from '../src/run/world.js';
import { arrivals, oneByOne } from './offer/arrivals.js';
import { hopsOf } from './offer/hops.js';
import { offersOnly } from './offer/offers-only.js';
import { HEADER, rowOf } from './offer/table.js';
import { trips } from './offer/trips.js';
import { wholeRides } from './offer/whole-rides.js';

const { values: given } = parseArgs({
  options: {
    rides: { type: 'string', default: '1500' },
    rate: { type: 'string', default: '50' }, // rides a second
    alone: { type: 'string', default: '300' }, // rides one at a time
    drivers: { type: 'string', default: '300' },
    'warm-up': { type: 'string', default: '20' }, // seconds at the rate
    seed: { type: 'string', default: '1' },
    whole: { type: 'boolean', default: false },
    hops: { type: 'boolean', default: false },
  },
});
const rate = Number(given.rate);
const drivers = Number(given.drivers);

const stop = new AbortController();
setMaxListeners(0, stop.signal);
process.once('SIGINT', () => stop.abort(new Error('interrupted')));
const world: World = {
  api: new Api(),
  rides: new RideBook(),
  tally: new Tally(),
  fates: new Fates(NO_MISHAPS, Number(given.seed)),
  speed: 1_000_000, // nobody is on the way for longer than the services need
  signal: stop.signal,
};
const random = new Random(Number(given.seed));

await untilReady(world.api, stop.signal);
const operator = await newPerson(world.api, 'operator');
console.log(`${availableParallelism()} cores (${cpus()[0]?.model.trim()}), Node ${process.version}.`);
console.log(`${drivers} drivers on 6 by 3 km of New York; ${given.whole ? wholeRides.what : offersOnly.what}`);
const load = await (given.whole ? wholeRides : offersOnly).begin(world, { drivers, random });
await untilDriversSaid(operator, stop.signal);

/** The rides that a way of asking brings. */
async function measured(asking: Promise<unknown>): Promise<readonly RideRecord[]> {
  const before = world.rides.all.length;
  await asking;
  return world.rides.all.slice(before);
}
const at = (count: number) => arrivals(count, rate, random, () => load.ask(trips.next(random)));

await measured(at(Math.ceil(Number(given['warm-up']) * rate)));
const alone = await measured(oneByOne(Number(given.alone), random, () => load.ask(trips.next(random))));
const together = await measured(at(Number(given.rides)));

console.log(
  ['', HEADER, rowOf('one ride at a time', alone), rowOf(`${rate} rides/s, as they come (Poisson)`, together), ''].join(
    '\n',
  ),
);
if (given.hops) console.log(await hopsOf(operator, { 'one at a time': alone, [`${rate} rides/s`]: together }));
const { failures, failed } = world.tally;
if (failed > 0) console.log(`Failures: ${JSON.stringify(failures)}`);
await load.end();
stop.abort(new Error('The run is over.'));
process.exit(failed > 0 || together.some(({ offeredAt }) => offeredAt === undefined) ? 1 : 0);

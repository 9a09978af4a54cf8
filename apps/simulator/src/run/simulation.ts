import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { settings } from '@ride/configuration';
import { Api } from '../api/api.js';
import { summaryOf, type Summary } from '../figures/summary.js';
import { Fates, type Rates } from '../people/fates.js';
import { newPerson } from '../people/person.js';
import { Random } from '../random.js';
import { deliveries } from '../reconciliation/deliveries.js';
import { withPrices } from '../reconciliation/prices.js';
import { reconcile } from '../reconciliation/reconcile.js';
import { schedule, type Appointment } from '../trips/schedule.js';
import type { Trip } from '../trips/trip.js';
import { factsIn, historiesOf } from './histories.js';
import { Fleet } from './fleet.js';
import { Progress } from './progress.js';
import { untilDriversSaid, untilReady } from './readiness.js';
import { RideBook } from './ride-book.js';
import { Riders } from './riders.js';
import { untilDone } from './patience.js';
import { strayRides } from './strays.js';
import { Tally } from './tally.js';
import type { World } from './world.js';

export interface Plan {
  readonly trips: readonly Trip[];
  readonly drivers: number;
  readonly speed: number;
  readonly seed: number;
  readonly rates: Rates;
}

/** Riders beyond these are registered when they are needed. */
const RIDERS_AHEAD = 500;
/** A rider opens the app this long before asking. */
const AHEAD_MS = 1_000;

/**
 * One run, from the drivers' shifts to the reconciliation. `interrupt` breaks it off: what there is by then is told. Throws
 * SimulatorError or Refusal when it can't begin or can't be judged.
 */
export async function simulate(plan: Plan, interrupt: AbortSignal): Promise<Summary> {
  const api = new Api();
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  const breakOff = () => stop.abort(interrupt.reason);
  interrupt.addEventListener('abort', breakOff, { once: true });
  const tally = new Tally();
  const fates = new Fates(plan.rates, plan.seed);
  const world: World = { api, rides: new RideBook(), tally, fates, speed: plan.speed, signal: stop.signal };
  try {
    return await run(plan, { world, stop, interrupt });
  } finally {
    stop.abort(new Error('The run is over.'));
    interrupt.removeEventListener('abort', breakOff);
  }
}

interface Running {
  readonly world: World;
  readonly stop: AbortController;
  readonly interrupt: AbortSignal;
}

async function run(plan: Plan, { world, stop, interrupt }: Running): Promise<Summary> {
  const { api, tally, rides } = world;
  await untilReady(api, stop.signal);
  const operator = await newPerson(api, 'operator');
  const before = await deliveries(operator);
  console.log(`${plan.drivers} drivers go on shift, ${plan.trips.length} riders get ready …`);
  const fleet = await Fleet.onShift(world, { ...plan, random: new Random(plan.seed) });
  const riders = new Riders(world);
  await riders.prepare(Math.min(plan.trips.length, RIDERS_AHEAD));
  await untilDriversSaid(operator, stop.signal);

  const counted = { ...api.traffic };
  const progress = new Progress(plan.trips.length, tally, api);
  const began = performance.now();
  const asked = schedule(plan.trips, plan.speed).map((each) => ask(each, { world, riders, fleet, began }));
  await untilDone(Promise.all(asked), tally, plan, stop.signal);
  const seconds = (performance.now() - began) / 1000;
  const traffic = {
    requests: api.traffic.requests - counted.requests,
    repeats: api.traffic.repeats - counted.repeats,
  };
  progress.stop();
  await fleet.offShift();
  stop.abort(new Error('The run is over.'));

  const seen = rides.all.map(({ rideId, outcome }) => ({ rideId, seen: outcome }));
  const strays = await strayRides(riders.all, tally);
  console.log(`Reconciling ${seen.length + strays.length} rides …`);
  const agreed = await reconcile([...seen, ...strays], {
    operator,
    before,
    signal: interrupt,
    progress: (open, left) => console.log(`  ${open} rides open${left.map((what) => `; ${what}`).join('')}`),
  });
  const rideIds = seen.map(({ rideId }) => rideId);
  const histories = await historiesOf(operator, rideIds);
  const requested = rides.all.map(({ requestedAt }) => requestedAt);
  return summaryOf({
    trips: plan.trips.length,
    speed: plan.speed,
    drivers: plan.drivers,
    seconds,
    arrivalSeconds: (requested.reduce((a, b) => Math.max(a, b), began) - began) / 1000,
    rides: rides.all,
    traffic,
    positions: tally.positions,
    facts: factsIn(histories, rideIds.length, seconds),
    failures: tally.failures,
    reconciliation: withPrices(agreed, rides.all, histories),
  });
}

interface Asking {
  readonly world: World;
  readonly riders: Riders;
  readonly fleet: Fleet;
  readonly began: number;
}

/** One rider's appointment. Never rejects. */
async function ask({ trip, at }: Appointment, { world, riders, fleet, began }: Asking): Promise<void> {
  const { signal, tally } = world;
  const radius = settings().rules.radiiMetres[0] ?? 0;
  const until = (time: number) => sleep(Math.max(0, began + time - performance.now()), undefined, { signal });
  try {
    await until(at - AHEAD_MS);
    await riders.lend((rider) =>
      rider.ride(
        trip,
        // Whoever waits within twice the radius may be offered the same drivers; the rider who asks is one of them.
        () => fleet.freeNear(trip.pickup, radius) >= world.rides.waitingNear(trip.pickup, 2 * radius),
        () => until(at),
      ),
    );
  } catch {
    if (!signal.aborted) tally.fail('rider: could not begin');
  }
}

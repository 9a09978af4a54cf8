import { setMaxListeners } from 'node:events';
import { distanceMetres, pointAlong } from '@ride/geo';
import { Api } from '../api/api.js';
import { Driver } from '../people/driver.js';
import { Fates, NO_MISHAPS } from '../people/fates.js';
import { newPerson } from '../people/person.js';
import { Rider } from '../people/rider.js';
import { deliveries } from '../reconciliation/deliveries.js';
import { reconcile } from '../reconciliation/reconcile.js';
import { untilReady } from '../run/readiness.js';
import { RideBook, type RideRecord } from '../run/ride-book.js';
import type { Plan } from '../run/simulation.js';
import { Tally } from '../run/tally.js';
import type { World } from '../run/world.js';
import { SimulatorError } from '../simulator-error.js';
import type { Trip } from '../trips/trip.js';
import { messagesTo } from './messages.js';
import { Narrator } from './narrator.js';
import { receiptOf } from './receipt.js';
import { rideLogOf } from './ride-log.js';

const DRIVER_AWAY_METRES = 300;
const PATIENCE_MS = 60_000;

/** One rider and one driver near: their ride, told as their apps show it. Resolves to whether all went well. */
export async function firstRide(plan: Plan, interrupt: AbortSignal): Promise<boolean> {
  const [trip] = plan.trips;
  if (trip === undefined) throw new SimulatorError('trips_empty', 'There is no trip to make a ride of.');
  const api = new Api();
  const signal = AbortSignal.any([interrupt, AbortSignal.timeout(PATIENCE_MS)]);
  setMaxListeners(0, signal);
  const narrator = new Narrator();
  const fates = new Fates(NO_MISHAPS, plan.seed);
  const shared = { api, rides: new RideBook(), tally: new Tally(), fates, speed: plan.speed };
  const world: World = { ...shared, signal, witness: narrator };
  await untilReady(api, signal);
  const operator = await newPerson(api, 'operator');
  const before = await deliveries(operator);
  const ride = await rideOf(world, trip, narrator);
  if (ride?.outcome !== 'completed') {
    const why = Object.keys(world.tally.failures).join(', ') || `nothing more in ${PATIENCE_MS / 1000} s`;
    console.log(`\nThe ride did not come to its end: ${why}.`);
    return false;
  }
  console.log(await rideLogOf(operator, ride.rideId));
  const seen = { rideId: ride.rideId, seen: ride.outcome };
  const told = await reconcile([seen], { operator, before, signal: interrupt, progress: () => undefined });
  const agreed = 'All five services agree on how it ended, and nothing is left to deliver.';
  console.log(told.ok ? agreed : `The services do not agree: ${JSON.stringify(told)}`);
  return told.ok;
}

/** The ride itself; undefined when there was none. */
async function rideOf(world: World, trip: Trip, narrator: Narrator): Promise<RideRecord | undefined> {
  const [riderPerson, driverPerson] = await Promise.all([
    newPerson(world.api, 'rider'),
    newPerson(world.api, 'driver'),
  ]);
  const rider = new Rider(riderPerson, world);
  const share = DRIVER_AWAY_METRES / Math.max(1, distanceMetres(trip.pickup, trip.dropoff));
  const character = { name: 'Dana', plate: 'T100001C' };
  const driver = new Driver(driverPerson, world, character, pointAlong(trip.pickup, trip.dropoff, share));
  const inboxes = [
    messagesTo(riderPerson, world, (message) => narrator.wrote('rider', message)),
    messagesTo(driverPerson, world, (message) => narrator.wrote('driver', message)),
  ];
  try {
    console.log(`A ride of ${(trip.distanceMetres / 1000).toFixed(1)} km, ${world.speed} times faster than real:\n`);
    await Promise.all(inboxes.map((inbox) => inbox.open()));
    await rider.register('Robin');
    await driver.begin();
    await rider.ride(
      trip,
      () => true,
      () => Promise.resolve(),
    );
    await driver.end();
    const [ride] = world.rides.all;
    if (ride?.outcome === 'completed') {
      await narrator.untilBothWereTold();
      console.log(receiptOf(await rider.look(ride.rideId)));
    }
    return ride;
  } finally {
    await driver.end();
    for (const inbox of inboxes) inbox.close();
  }
}

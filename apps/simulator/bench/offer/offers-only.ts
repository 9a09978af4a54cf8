import { answerOf } from '@ride/client';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventStream } from '../../src/api/event-stream.js';
import { Moving } from '../../src/people/moving.js';
import { newPerson, type Person } from '../../src/people/person.js';
import { Positions } from '../../src/people/positions.js';
import { forMany } from '../../src/run/many.js';
import { codeOf, type World } from '../../src/run/world.js';
import type { Trip } from '../../src/trips/trip.js';
import type { Kind, Load } from './load.js';
import { placeIn } from './trips.js';

const RIDERS = 100;
const AT_ONCE = 16;
const OFFER_WITHIN_MS = 10_000;

/** Riders who think better of it as soon as a driver is asked, so that the driver is free again at once. */
export const offersOnly: Kind = {
  what: 'the rider cancels as soon as a driver has the offer, and the driver is free again (2 requests and 6 facts a ride).',

  async begin(world, { drivers, random }) {
    const people = await forMany(Array.from({ length: RIDERS }), AT_ONCE, () => newPerson(world.api, 'rider'));
    const riders = new CancellingRiders(world, people);
    const fleet = await forMany(Array.from({ length: drivers }), AT_ONCE, () =>
      askedDriver(world, new Moving(placeIn(random)), (rideId) => riders.offered(rideId)),
    );
    return Object.assign(riders, { end: async () => void (await forMany(fleet, AT_ONCE, (goHome) => goHome())) });
  },
};

class CancellingRiders implements Pick<Load, 'ask'> {
  readonly #waiting = new Map<string, () => void>();
  #next = 0;

  constructor(
    private readonly world: World,
    private readonly people: readonly Person[],
  ) {}

  async ask(trip: Trip): Promise<void> {
    const { rides, tally } = this.world;
    const { id: riderId, apps } = this.people[this.#next++ % this.people.length] as Person;
    try {
      const ride = await rides.register(async () => {
        const body = { pickup: trip.pickup, dropoff: trip.dropoff, vehicleClass: 'standard' } as const;
        const requestedAt = performance.now();
        const { rideId } = await answerOf(apps.rider.POST('/rides', { body }));
        return {
          rideId,
          trip,
          riderId,
          requestedAt,
          driverNear: true,
          offers: 0,
          bookings: 0,
          tellPin: () => Promise.reject(new Error('no PIN')),
        };
      });
      if (ride === undefined) return;
      if (ride.offeredAt === undefined) await this.#untilOffered(ride.rideId);
      const params = { path: { rideId: ride.rideId } };
      await answerOf(apps.rider.POST('/rides/{rideId}/cancellation', { params, body: {} }));
    } catch (error) {
      tally.fail(`rider: ${codeOf(error)}`);
    }
  }

  offered(rideId: string): void {
    this.world.rides.offered(rideId, performance.now());
    this.#waiting.get(rideId)?.();
  }

  async #untilOffered(rideId: string): Promise<void> {
    const giveUp = new AbortController();
    const offered = new Promise<void>((resolve) => this.#waiting.set(rideId, resolve));
    await Promise.race([offered, sleep(OFFER_WITHIN_MS, undefined, { signal: giveUp.signal }).catch(() => undefined)]);
    giveUp.abort();
    this.#waiting.delete(rideId);
  }
}

/** A driver on shift who looks at offers. Answers what ends the shift. */
async function askedDriver(
  world: World,
  moving: Moving,
  offered: (rideId: string) => void,
): Promise<() => Promise<void>> {
  const { api, tally } = world;
  const person = await newPerson(api, 'driver');
  const stream = new EventStream(person.apps.driver, {
    heard: (event) => {
      if (event.type === 'offer.made') offered(event.data.rideId);
    },
    lost: (reason) => tally.fail(`driver's stream: ${codeOf(reason)}`),
  });
  await stream.open();
  const location = moving.at(performance.now());
  await answerOf(person.apps.driver.PUT('/shift', { body: { location, vehicleClass: 'standard' } }));
  const positions = new Positions({ person, moving, world, offDuty: async () => tally.fail('off duty') });
  await positions.send();
  positions.start();
  return async () => {
    positions.stop();
    stream.close();
    await answerOf(person.apps.driver.DELETE('/shift'));
  };
}

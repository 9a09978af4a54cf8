import {
  DriverBecameAvailable,
  DriverBecameUnavailable,
  DriverMoved,
  type NewFact,
  type VehicleClass,
} from '@ride/events';
import { areaById, travelSeconds, type Place } from '@ride/geo';
import { PositionConnection, Positions } from '@ride/positions';
import { eventually, serviceUnderTest, type Saying, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';
import { RideOf, Rider } from './people.js';

let service: ServiceUnderTest;
let spots = 0;
/** Each test has a pickup of its own, too far away from the others' for their drivers. */
let pickup: Place;

beforeAll(async () => {
  service = await serviceUnderTest(() => import('../src/rider.module.js').then((m) => m.RiderModule), 'rider');
});
afterAll(() => service?.stop());
beforeEach(() => {
  pickup = { lat: 40.56 + 0.08 * (spots % 5), lng: spots < 5 ? -73.9 : -74.1 };
  spots += 1;
});

const { traffic } = areaById('new-york');
const north = (degrees: number): Place => ({ lat: pickup.lat + degrees, lng: pickup.lng });
const secondsFrom = (place: Place) => travelSeconds(place, pickup, traffic);

/** The service has heard it: its unit of work is committed. */
async function hears(fact: NewFact, saying?: Saying): Promise<void> {
  const id = await service.say(fact, saying);
  const inbox = () => service.sql('SELECT FROM inbox WHERE event = $1', [id]);
  await eventually('the fact to be heard', inbox, ({ length }) => length > 0);
}

class Driver {
  readonly id = v7();
  #version = 0;

  async free(place: Place, vehicleClass: VehicleClass = 'standard', time = Date.now()): Promise<void> {
    const location = { location: place, area: 'new-york' };
    const version = (this.#version += 1);
    await hears(DriverBecameAvailable({ driverId: this.id, ...location, vehicleClass, version }), { time });
  }

  async gone(reason: 'off_duty' | 'booked'): Promise<void> {
    const version = (this.#version += 1);
    await hears(DriverBecameUnavailable({ driverId: this.id, reason, version }));
  }

  async moves(place: Place, time = Date.now()): Promise<void> {
    await service.say(DriverMoved({ driverId: this.id, location: place, area: 'new-york' }), { time });
  }
}

type Etas = Readonly<Record<string, number | null>>;
async function etas(vehicleClass?: VehicleClass): Promise<Etas> {
  const { status, body } = await new Rider(service).ask('POST', '/fare-estimates', {
    pickup,
    dropoff: north(0.05),
    vehicleClass,
  });
  expect(status).toBe(201);
  const options = body.options as { vehicleClass: string; pickupEtaSeconds: number | null }[];
  return Object.fromEntries(options.map(({ vehicleClass, pickupEtaSeconds }) => [vehicleClass, pickupEtaSeconds]));
}
/** Redis rounds places to less than a metre: seconds to one. */
const isAbout = (eta: number | null | undefined, place: Place) =>
  typeof eta === 'number' && Math.abs(eta - secondsFrom(place)) <= 1;
const comes = (place: Place, vehicleClass: VehicleClass = 'standard') =>
  eventually('the ETA', etas, (all) => isAbout(all[vehicleClass], place));
/** Nothing has to be waited for: what it depends on has been heard. */
async function showsAtOnce(place: Place): Promise<void> {
  const { standard } = await etas();
  expect({ standard, isRight: isAbout(standard, place) }).toMatchObject({ isRight: true });
}
const nobody = () => eventually('nobody near', etas, ({ standard }) => standard === null);

/** So many drivers are known to be somewhere around the pickup. */
async function areSeen(drivers: number): Promise<void> {
  const near = () => service.get(Positions).near('new-york', [{ place: pickup, radiusMetres: 3_000 }], 10);
  await eventually('their positions', near, ({ length }) => length === drivers);
}

describe('the pickup ETA of a fare estimate', () => {
  it('is the drive of the nearest free driver of each class, and null where there is none', async () => {
    expect(await etas()).toEqual({ standard: null, xl: null, accessible: null });
    await new Driver().free(north(0.01));
    await new Driver().free(north(0.02));
    await new Driver().free(north(0.015), 'xl');
    await comes(north(0.015), 'xl');
    await areSeen(3);
    await showsAtOnce(north(0.01));
    expect(Object.keys(await etas('xl'))).toEqual(['xl']);
    expect(await etas('accessible')).toEqual({ accessible: null });
  });

  it('follows the driver, and is shown again as it was told', async () => {
    const driver = new Driver();
    await driver.free(north(0.02));
    await comes(north(0.02));
    await driver.moves(north(0.005));
    await comes(north(0.005));
    const rider = new Rider(service);
    const { body } = await rider.ask('POST', '/fare-estimates', { pickup, dropoff: north(0.05) });
    await driver.gone('off_duty');
    await nobody();
    const again = await rider.ask('GET', `/fare-estimates/${body.fareEstimateId}`);
    expect(again.body.options).toEqual(body.options);
    expect(isAbout(again.body.options[0].pickupEtaSeconds as number, north(0.005))).toBe(true);
  });

  it('leaves out who is off duty or booked, until they are free again', async () => {
    const [near, far] = [new Driver(), new Driver()];
    await near.free(north(0.005));
    await far.free(north(0.02));
    await areSeen(2);
    for (const reason of ['off_duty', 'booked'] as const) {
      await comes(north(0.005));
      await near.gone(reason);
      await showsAtOnce(north(0.02));
      await near.free(north(0.005));
    }
    await comes(north(0.005));
  });

  it('leaves out whose booking has been heard, though nobody has said yet that they are not free', async () => {
    const [near, far] = [new Driver(), new Driver()];
    await near.free(north(0.005));
    await far.free(north(0.02));
    await comes(north(0.005));
    const rider = new Rider(service);
    const ride = new RideOf(rider, await rider.requests(), near.id);
    await areSeen(2);
    await hears(ride.booked);
    await showsAtOnce(north(0.02));
    await service.say(ride.cancelled);
    await comes(north(0.005));
  });

  it('leaves out who is too far away to be offered the ride', async () => {
    const [away, near] = [new Driver(), new Driver()];
    await away.free(north(0.04), 'xl'); // more than a quarter of an hour
    await near.free(north(0.02));
    await comes(north(0.02));
    expect((await etas())['xl']).toBeNull();
    await away.moves(north(0.025));
    await comes(north(0.025), 'xl');
  });

  it('leaves out whose position is no longer fresh', async () => {
    const [silent, near] = [new Driver(), new Driver()];
    await silent.free(north(0.005), 'standard', Date.now() - 61_000);
    await near.free(north(0.02));
    await comes(north(0.02));
    await silent.moves(north(0.005), Date.now() - 61_000);
    await near.moves(north(0.015));
    await comes(north(0.015));
    await silent.moves(north(0.005));
    await comes(north(0.005));
  });

  it('ignores what was said before what is known', async () => {
    const driver = new Driver();
    await driver.free(north(0.005));
    await driver.gone('off_duty');
    const late = { driverId: driver.id, location: north(0.005), area: 'new-york', vehicleClass: 'standard' } as const;
    await hears(DriverBecameAvailable({ ...late, version: 1 }), { time: Date.now() });
    expect((await etas())['standard']).toBeNull();
  });

  it('is null while Redis is away, and comes back with it and the next position', async () => {
    const driver = new Driver();
    await driver.free(north(0.005));
    await comes(north(0.005));
    const { client } = service.get(PositionConnection);
    client.destroy();
    expect((await etas())['standard']).toBeNull();
    expect((await service.request('GET', '/health/ready')).status).toBe(200);
    await client.connect();
    await driver.moves(north(0.01));
    await comes(north(0.01));
  });

  it('is null while Redis stands still', async () => {
    const driver = new Driver();
    await driver.free(north(0.005));
    await comes(north(0.005));
    const { client } = service.get(PositionConnection);
    const still = client.sendCommand(['BLPOP', 'nothing', '0']).catch(() => undefined); // this connection does nothing else
    expect((await etas())['standard']).toBeNull();
    client.destroy();
    await still;
    await client.connect();
    await driver.moves(north(0.01));
    await comes(north(0.01));
  });
});

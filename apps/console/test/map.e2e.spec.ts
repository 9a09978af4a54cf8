import {
  BookingCreated,
  DriverBecameAvailable,
  DriverBecameUnavailable,
  DriverMoved,
  RideOffered,
  RideRequested,
} from '@ride/events';
import { eventually, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';

/** So many must be shown fast; what “fast” is on the machine is printed by SHOW_FIGURES. */
const DRIVERS = 10_000;
const LONGEST_MS = 2_000;

let service: ServiceUnderTest;
let token: string;
beforeAll(async () => {
  service = await serviceUnderTest(() => import('../src/console.module.js').then((m) => m.ConsoleModule), 'console');
  token = await service.token('operator');
});
afterAll(() => service?.stop());

const pickup = { lat: 40.758, lng: -73.9855 };
const location = { lat: 40.7577, lng: -73.9857 };
const area = 'new-york';
const map = async () => (await service.request('GET', `/map?area=${area}`, { token })).body;
const driver = (driverId: string) => async () =>
  (await map()).drivers.find((one: { driverId: string }) => one.driverId === driverId);
const state = (driverId: string, expected: string | null) =>
  eventually(`a driver who is ${expected}`, driver(driverId), (seen) => seen?.state === expected);

const asks = (rideId: string) =>
  RideRequested({
    ...{ rideId, riderId: v7(), area, vehicleClass: 'standard', expiresAt: Date.now() + 60_000 },
    ...{ pickup, dropoff: { lat: 40.706, lng: -74.009 }, fareEstimate: { minor: 2310, currency: 'USD' } },
  });

describe('the map of a service area', () => {
  it('names the areas and where they are', async () => {
    const { body } = await service.request('GET', '/areas', { token });
    expect(body.areas).toMatchObject([{ area, name: 'New York', polygon: { type: 'Polygon' } }]);
    expect((await service.request('GET', '/map', { token })).body.area).toEqual(body.areas[0]);
  });

  it('follows a driver from free to offered to booked, and a search until somebody has taken it', async () => {
    const [driverId, rideId, offerId, riderId] = [v7(), v7(), v7(), v7()];
    await service.say(DriverMoved({ driverId, location, area }));
    await state(driverId, null);
    await service.say(DriverBecameAvailable({ driverId, location, area, vehicleClass: 'standard', version: 1 }));
    await state(driverId, 'free');

    const openedAt = Date.now() - 5_000;
    await service.log.say(asks(rideId), { time: openedAt });
    const search = async () => (await map()).searches.find((one: { rideId: string }) => one.rideId === rideId);
    const asked = await eventually('the search', search, (seen) => seen !== undefined);
    expect(asked).toEqual({
      ...{ rideId, pickup, offers: 0, radiusMetres: 8_000 },
      openedAt: new Date(openedAt).toISOString(),
    });

    const offer = { rideId, offerId, driverId, round: 1, pickup, dropoff: pickup };
    const fare = { minor: 2310, currency: 'USD' };
    await service.say(
      RideOffered({ ...offer, fareEstimate: fare, pickupEtaSeconds: 60, expiresAt: Date.now() + 15_000 }),
    );
    await state(driverId, 'offered');
    expect(await search()).toMatchObject({ offers: 1 });

    await service.say(BookingCreated({ rideId, riderId, driverId, offerId, fare, pickupEtaSeconds: 60 }));
    await service.say(DriverBecameUnavailable({ driverId, reason: 'booked', version: 2 }));
    await state(driverId, 'booked');
    await eventually('no search', search, (seen) => seen === undefined);
  });

  it('shows nobody whose position is older than a minute', async () => {
    const [old, fresh] = [v7(), v7()];
    await service.log.say(DriverMoved({ driverId: old, location, area }), { time: Date.now() - 61_000 });
    await service.say(DriverMoved({ driverId: fresh, location, area }));
    await state(fresh, null);
    expect(await driver(old)()).toBeUndefined();
  });

  it('knows it all again after a restart, and so does every other instance', async () => {
    const [driverId, rideId] = [v7(), v7()];
    await service.say(DriverBecameAvailable({ driverId, location, area, vehicleClass: 'standard', version: 1 }));
    await service.say(asks(rideId));
    await state(driverId, 'free');
    const { url } = await service.another();
    const other = async () =>
      (await fetch(`${url}/map`, { headers: { authorization: `Bearer ${token}` } })).json() as Promise<
        Awaited<ReturnType<typeof map>>
      >;
    const knowsBoth = (seen: Awaited<ReturnType<typeof map>>): boolean =>
      seen.drivers.some((one: { driverId: string }) => one.driverId === driverId) &&
      seen.searches.some((one: { rideId: string }) => one.rideId === rideId);
    await eventually('the other instance', other, knowsBoth);
    await service.halt();
    await service.resume();
    await eventually('the restarted one', map, knowsBoth);
  });

  it(`answers soon with ${DRIVERS} drivers`, async () => {
    const ids = Array.from({ length: DRIVERS }, () => v7());
    for (let from = 0; from < DRIVERS; from += 1_000)
      await service.log.sayAll(
        ids
          .slice(from, from + 1_000)
          .flatMap((driverId, i) => [
            [DriverMoved({ driverId, location: { lat: 40.6 + i / 1e4, lng: -73.9 }, area }), {}] as const,
            [DriverBecameAvailable({ driverId, location, area, vehicleClass: 'standard', version: 1 }), {}] as const,
          ]),
      );
    await eventually('all of them', map, ({ drivers }) => drivers.length >= DRIVERS, 40_000);
    const took: number[] = [];
    for (let times = 0; times < 5; times += 1) {
      const began = performance.now();
      const answer = await fetch(`${service.url}/map`, { headers: { authorization: `Bearer ${token}` } });
      const { length } = await answer.text();
      took.push(performance.now() - began);
      if (process.env['SHOW_FIGURES']) console.log(`${DRIVERS} drivers: ${length} bytes in ${took.at(-1)} ms`);
    }
    expect(Math.min(...took)).toBeLessThan(LONGEST_MS);
  });
});

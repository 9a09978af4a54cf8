import { forgetSettings, settings } from '@ride/configuration';
import type { Service } from '@ride/events';
import { Probes } from '@ride/messaging';
import { logger } from '@ride/observability';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { keysOf, NewestTimes, PositionConnection, Positions } from '../src/index.js';
import { wayTo } from './still.js';

process.env['RIDE_NAMESPACE'] = `positions_${Date.now()}_`;
process.env['RIDE_LOG_LEVEL'] = 'silent';
const AREA = 'new-york';
const PICKUP = { lat: 40.75, lng: -73.98 };
/** So many metres north of the pickup. */
const north = (metres: number) => ({ lat: PICKUP.lat + metres / 111_195, lng: PICKUP.lng });

async function viewOf(service: Service) {
  const probes = new Probes(logger(service));
  const connection = new PositionConnection(probes, { service, without: 'nobody is found', isNeeded: true });
  const ready = once(connection.client, 'ready');
  connection.onModuleInit();
  await ready;
  return { probes, connection, positions: new Positions(connection), newest: new NewestTimes(connection) };
}
let matching: Awaited<ReturnType<typeof viewOf>>;
let rider: typeof matching;

beforeAll(async () => {
  [matching, rider] = [await viewOf('matching'), await viewOf('rider')];
});
beforeEach(clear);
afterAll(async () => {
  await clear();
  for (const { connection } of [matching, rider]) connection.onApplicationShutdown();
});

async function clear() {
  const keys = (['matching', 'rider'] as const).flatMap((service) => Object.values(keysOf(service, AREA)));
  await matching.connection.client.del(keys);
}
const at = (driverId: string, metres: number, time = Date.now()) => ({
  driverId,
  place: north(metres),
  area: AREA,
  time,
});
const near = async (radiusMetres: number, atMost = 10, { positions } = matching) =>
  (await positions.near(AREA, [{ place: PICKUP, radiusMetres }], atMost)).map(({ driverId }) => driverId);

describe('a driver', () => {
  it('is found within the radius, the nearest first, as many as are asked for', async () => {
    await matching.positions.note([at('far', 900), at('near', 100), at('between', 500), at('beyond', 1_100)]);
    expect(await near(1_000)).toEqual(['near', 'between', 'far']);
    expect(await near(1_000, 2)).toEqual(['near', 'between']);
  });

  it('is where the newest position is, in whatever order they come, together or one by one', async () => {
    const now = Date.now();
    await matching.positions.note([at('d', 300, now - 1_000), at('d', 100, now), at('d', 900, now - 2_000)]);
    await matching.positions.note([at('d', 900, now - 500)]);
    const [found] = await matching.positions.near(AREA, [{ place: PICKUP, radiusMetres: 1_000 }], 10);
    expect(found?.time).toBe(now);
    expect(found?.place.lat).toBeCloseTo(north(100).lat, 4);
  });

  it('is found once, however many places they are near to', async () => {
    await matching.positions.note([at('d', 100)]);
    const around = [0, 200].map((metres) => ({ place: north(metres), radiusMetres: 1_000 }));
    expect(await matching.positions.near(AREA, around, 10)).toHaveLength(1);
  });

  it('is not found when the position is no longer fresh, and is forgotten by the next that is noted', async () => {
    const now = Date.now();
    await matching.positions.note([at('old', 100, now)]);
    await matching.positions.note([at('older', 100, now - 61_000)]);
    expect(await near(1_000)).toEqual(['old']);
    await matching.positions.note([at('new', 100, now + 61_000)], now + 61_000);
    expect(await matching.connection.client.zCard(keysOf('matching', AREA).times)).toBe(1);
    expect(await matching.connection.client.zCard(keysOf('matching', AREA).places)).toBe(1);
  });

  it('who is forgotten is not found until they move again', async () => {
    await matching.positions.note([at('d', 100), at('e', 200)]);
    await matching.positions.forget(AREA, ['d']);
    expect(await near(1_000)).toEqual(['e']);
    await matching.positions.note([at('d', 100)]);
    expect(await near(1_000)).toEqual(['d', 'e']);
  });

  it('is in the view of the service that has noted it, and in no other', async () => {
    await rider.positions.note([at('d', 100)]);
    expect(await near(1_000)).toEqual([]);
    expect(await near(1_000, 10, rider)).toEqual(['d']);
  });
});

describe('a service that can’t do without', () => {
  it('is not ready while Redis is away', async () => {
    const other = await viewOf('booking');
    const codes = () =>
      other.probes
        .ready()
        .troubles.map(({ code }) => code)
        .filter((code) => code !== 'starting');
    expect(codes()).toEqual([]);
    other.connection.client.destroy();
    expect(codes()).toEqual(['redis_unreachable']);
  });
});

describe('the newest time of a driver', () => {
  const now = Date.now();

  it('is what was known before, and only moves forward', async () => {
    const { newest } = rider;
    const id = randomUUID();
    expect(await newest.advance(id, now)).toBeNull();
    expect(await newest.advance(id, now - 1)).toBe(now);
    expect(await newest.advance(id, now + 1)).toBe(now);
    expect(await newest.advance(id, now + 1)).toBe(now + 1);
    expect(await newest.advance(randomUUID(), now)).toBeNull();
  });

  it('that is taken back is the one before again, unless a newer one has come', async () => {
    const { newest } = rider;
    const [first, second] = [randomUUID(), randomUUID()];
    await newest.takeBack(first, now, await newest.advance(first, now));
    expect(await newest.advance(first, now)).toBeNull();
    await newest.advance(second, now);
    await newest.takeBack(second, now + 1, await newest.advance(second, now + 1));
    expect(await newest.advance(second, now + 2)).toBe(now);
    await newest.takeBack(second, now + 1, now);
    expect(await newest.advance(second, now + 2)).toBe(now + 2);
  });

  it('is not known while Redis is away, and nobody waits for it', async () => {
    const other = await viewOf('driver');
    other.connection.client.destroy();
    expect(await other.newest.advance(randomUUID(), now)).toBeNull();
    await other.newest.takeBack(randomUUID(), now, null);
  });

  it('is not waited for when Redis stands still', async () => {
    const url = settings().redis.url;
    const way = await wayTo(Number(new URL(url).port));
    useRedis(`redis://127.0.0.1:${way.port}`);
    const { newest, connection } = await viewOf('driver');
    useRedis(url);
    way.standStill();
    expect(await newest.advance(randomUUID(), now)).toBeNull();
    expect(connection.client.isReady).toBe(true);
    connection.onApplicationShutdown();
    way.end();
  });
});

function useRedis(url: string) {
  process.env['RIDE_REDIS_URL'] = url;
  forgetSettings();
}

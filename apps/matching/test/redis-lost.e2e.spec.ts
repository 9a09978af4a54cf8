import { settings } from '@ride/configuration';
import { RideOffered } from '@ride/events';
import { keptKeyOf, PositionConnection } from '@ride/positions';
import { eventually, type ServiceUnderTest } from '@ride/testing';
import { startMatching, type City } from './city.js';
import { OwnRedis } from './own-redis.js';

let redis: OwnRedis;
let matching: ServiceUnderTest;
let city: City;

beforeAll(async () => {
  redis = await OwnRedis.start(settings().redis.url);
  ({ matching, city } = await startMatching({ RIDE_REDIS_URL: redis.url }));
});
afterAll(async () => {
  await matching.stop();
  await redis.end();
});
beforeEach(async () => {
  await restored();
});
afterEach(() => city.clear());

const client = () => matching.get(PositionConnection).client;
/** Resolves when all partitions are marked as kept by the Redis that runs now. */
async function restored(): Promise<void> {
  const run = async () => /^run_id:(\w+)/m.exec(await client().info('server'))?.[1];
  const marks = async () => Object.values(await client().hGetAll(keptKeyOf('matching')));
  await eventually(
    'all to be kept',
    async () => (client().isReady ? [await run(), ...(await marks())] : []),
    ([now, ...kept]) => kept.length === 12 && kept.every((mark) => mark === now),
  );
}
/** A free driver who has been seen so many metres away, and stands still. */
async function standing(metres: number): Promise<string> {
  const driverId = await city.driver(8_000);
  const moved = Date.now() + 1;
  await city.moved(driverId, metres, moved);
  await city.position(driverId, moved);
  return driverId;
}
async function offered(): Promise<string> {
  const { rideId } = await city.request({ searchMs: 20_000 });
  return (await matching.heard(RideOffered, (fact) => fact.data.rideId === rideId)).data.driverId;
}

describe('a driver who stands still is offered a ride after Redis', () => {
  it('was flushed', async () => {
    const driverId = await standing(400);
    await client().flushAll();
    expect(await offered()).toBe(driverId);
  });

  it('was killed and began with nothing', async () => {
    const driverId = await standing(400);
    await redis.kill();
    await redis.start();
    expect(await offered()).toBe(driverId);
  });

  it('was killed and began with what it knew long ago', async () => {
    const before = await standing(400);
    await client().sendCommand(['SAVE']);
    const driverId = await standing(300);
    await city.offDuty(before);
    await redis.kill();
    await redis.start();
    expect(await offered()).toBe(driverId);
  });

  it('was flushed, whichever instance hears of which driver', async () => {
    await matching.another();
    const drivers = await Promise.all(Array.from({ length: 24 }, (_, n) => standing(n * 10)));
    await client().flushAll();
    await Promise.all(drivers.map((driverId) => city.position(driverId, 1)));
  });
});

it('what is no longer fresh does not come back', async () => {
  const driverId = await standing(100);
  const old = await city.driver(8_000);
  await city.moved(old, 50, Date.now() - 61_000);
  await client().flushAll();
  expect(await offered()).toBe(driverId);
});

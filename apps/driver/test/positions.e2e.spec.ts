import { DriverMoved } from '@ride/events';
import { DirectPublisher } from '@ride/messaging';
import { PositionConnection } from '@ride/positions';
import { eventually, serviceUnderTest, type Answer, type ServiceUnderTest } from '@ride/testing';
import { ADriver } from './a-driver.js';
import { TIMES_SQUARE } from './ride-in-facts.js';

let service: ServiceUnderTest;
let other: Awaited<ReturnType<ServiceUnderTest['another']>>;
let driver: ADriver;

beforeAll(async () => {
  service = await serviceUnderTest(() => import('../src/driver.module.js').then((m) => m.DriverModule), 'driver');
  other = await service.another();
});
afterAll(() => service.stop());
beforeEach(() => {
  driver = new ADriver(service);
});
afterEach(() => driver.leaves());

const LONDON = { lat: 51.5, lng: 0 };
const mine = ({ key }: { key: string }) => key === driver.id;
const at = (time: number, place: object = TIMES_SQUARE) => ({ ...place, time: new Date(time).toISOString() });
const send = (...points: readonly unknown[]): Promise<Answer> => driver.ask('POST', '/positions', { points });
const dropped = ({ body }: Answer) => body.dropped as { index: number; code: string }[];
/** The times of what is in the log, when all that was sent before is there. */
async function times(): Promise<readonly number[]> {
  const beacon = await service.say(DriverMoved({ driverId: driver.id, location: LONDON, area: 'new-york' }), {
    time: 1,
  });
  await service.heard(DriverMoved, ({ headers }) => headers.id === beacon);
  return service.said(DriverMoved, mine).flatMap(({ headers: { time } }) => (time === 1 ? [] : [time!]));
}

describe('positions', () => {
  it('go straight to the log, in order, with their times', async () => {
    await driver.goesOnShift();
    const now = Date.now();
    const points = [3000, 2000, 1000].map((ago, n) => at(now - ago, { lat: 40.7 + n / 100, lng: -74, heading: 90 }));
    expect(await send(...points)).toMatchObject({ status: 202, body: { taken: 3, dropped: [] } });
    expect(await times()).toEqual([now - 3000, now - 2000, now - 1000]);
    expect(service.said(DriverMoved, mine)[0]?.data).toEqual({
      driverId: driver.id,
      location: { lat: 40.7, lng: -74 },
      heading: 90,
      area: 'new-york',
    });
  });

  it('are taken from drivers on shift', async () => {
    expect(await driver.isAt(TIMES_SQUARE)).toMatchObject({ status: 409, body: { code: 'off_duty' } });
  });

  it.each([
    ['of none', []],
    ['of more than 300', Array.from({ length: 301 }, () => TIMES_SQUARE)],
    ['with something that is no point', [TIMES_SQUARE, 'here']],
    ['with a point of another shape', [TIMES_SQUARE, { lat: '40.7', lng: -74 }]],
  ])('in a batch %s are refused', async (_, points) => {
    await driver.goesOnShift();
    expect(await send(...points)).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });

  it('are taken up to 300 at once, with all that a phone knows of them', async () => {
    await driver.goesOnShift();
    const now = Date.now();
    const more = { heading: 359.87654321, speed: 13.12345678, accuracy: 4.12345678 };
    const points = Array.from({ length: 300 }, (_, n) => at(now - 30_000 + 100 * n, { ...TIMES_SQUARE, ...more }));
    expect(await send(...points)).toMatchObject({ status: 202, body: { taken: 300, dropped: [] } });
    expect(await times()).toHaveLength(300);
  });

  it('that can’t be used are dropped and named, one by one, and the others are taken', async () => {
    await driver.goesOnShift();
    const now = Date.now();
    const answer = await send(
      at(now - 600_000),
      at(now - 3_000),
      at(now - 2_000, { lat: 91, lng: 0 }),
      at(now + 60_000),
      at(now - 4_000),
      at(now - 1_000),
    );
    expect(answer).toMatchObject({ status: 202, body: { taken: 2 } });
    expect(dropped(answer)).toEqual([
      { index: 0, code: 'too_late' },
      { index: 2, code: 'invalid_point' },
      { index: 3, code: 'in_the_future' },
      { index: 4, code: 'out_of_order' },
    ]);
    expect(await times()).toEqual([now - 3_000, now - 1_000]);
  });

  it('from a driver who was never in a service area are dropped outside of it', async () => {
    await driver.isBooked();
    const answer = await send(at(Date.now() - 1_000, LONDON), at(Date.now()));
    expect(dropped(answer)).toEqual([{ index: 0, code: 'outside_service_areas' }]);
  });

  it('of a clock that is a little ahead are of now, and stay in order', async () => {
    await driver.goesOnShift();
    const before = Date.now();
    expect(await send(at(before + 1_000), at(before + 2_000), at(before + 3_000))).toMatchObject({
      body: { taken: 3 },
    });
    const [first, second, third] = await times();
    expect([second! - first!, third! - second!]).toEqual([1_000, 1_000]);
    expect(third).toBeGreaterThanOrEqual(before);
    expect(third).toBeLessThanOrEqual(Date.now());
  });

  it('that are sent again, in whole or in part, to either instance, are said once', async () => {
    await driver.goesOnShift();
    const now = Date.now();
    const [first, second, third] = [3_000, 2_000, 1_000].map((ago) => at(now - ago));
    expect(await send(first!, second!)).toMatchObject({ body: { taken: 2 } });
    const response = await fetch(`${other.url}/positions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await service.token('driver', driver.id)}`,
      },
      body: JSON.stringify({ points: [first, second, third] }),
    });
    const known = [0, 1].map((index) => ({ index, code: 'out_of_order' }));
    expect(await response.json()).toEqual({ taken: 1, dropped: known });
    const again = await Promise.all(Array.from({ length: 20 }, () => send(first!, second!, third!)));
    expect(again.map(({ body }) => body.taken)).toEqual(again.map(() => 0));
    expect(await times()).toEqual([now - 3_000, now - 2_000, now - 1_000]);
  });

  it('that were not brought into the log are news when they are sent again', async () => {
    await driver.goesOnShift();
    const publisher = service.get(DirectPublisher);
    const points = [at(Date.now() - 1_000), at(Date.now())];
    publisher.send = () => Promise.reject(Object.assign(new Error('no broker'), { code: 'log_unavailable' }));
    expect(await send(...points)).toMatchObject({ status: 503, body: { code: 'temporarily_unavailable' } });
    Reflect.deleteProperty(publisher, 'send');
    expect(await send(...points)).toMatchObject({ status: 202, body: { taken: 2, dropped: [] } });
  });

  it('count for the shift, when one of them is taken', async () => {
    await driver.goesOnShift();
    const seenAt = async () =>
      (await service.sql<{ seen: string }>(`SELECT state->>'seenAt' AS seen FROM shift WHERE id = $1`, [driver.id]))[0]
        ?.seen;
    // As if nothing had been heard of them for half a minute.
    await service.sql(`UPDATE shift SET state = jsonb_set(state, '{seenAt}', to_jsonb($2::bigint)) WHERE id = $1`, [
      driver.id,
      Date.now() - 30_000,
    ]);
    const before = await seenAt();
    await send(at(Date.now() - 90_000));
    expect(await seenAt()).toBe(before);
    await send(at(Date.now() - 90_000), at(Date.now()));
    expect(Number(await seenAt())).toBeGreaterThan(Number(before) + 20_000);
  });

  it('are taken while Redis is away', async () => {
    await driver.goesOnShift();
    const { client } = service.get(PositionConnection);
    const now = Date.now();
    client.destroy();
    expect(await send(at(now - 2_000), at(now - 1_000))).toMatchObject({ status: 202, body: { taken: 2 } });
    expect(await service.request('GET', '/health/ready')).toMatchObject({ status: 200 });
    await client.connect();
    await eventually('Redis', async () => client.isReady, Boolean);
    expect(await send(at(now - 1_000), at(now))).toMatchObject({ body: { taken: 2 } });
    expect(dropped(await send(at(now)))).toEqual([{ index: 0, code: 'out_of_order' }]);
  });
});

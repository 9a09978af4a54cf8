import { RiderRated } from '@ride/events';
import { eventually, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { ADriver } from './a-driver.js';
import type { RideInFacts } from './ride-in-facts.js';

const DAY = 24 * 3600 * 1000;
const COMMENT = 'Ada was picked up at 1 Main St';
let service: ServiceUnderTest;
let driver: ADriver;

beforeAll(async () => {
  const load = () => import('../src/driver.module.js').then(({ DriverModule }) => DriverModule);
  service = await serviceUnderTest(load, 'driver');
});
afterAll(() => service.stop());
beforeEach(() => {
  driver = new ADriver(service);
});
afterEach(() => driver.leaves());

/** A ride whose end the driver has seen; it was `ago` milliseconds ago. */
async function completed(ago = 0): Promise<RideInFacts> {
  const ride = await driver.isBooked();
  await service.say(ride.completed(), { time: Date.now() - ago });
  const look = () => driver.ask('GET', `/rides/${ride.rideId}`);
  await eventually('the end', look, ({ body }) => body.status === 'completed');
  return ride;
}
const path = ({ rideId }: RideInFacts) => `/rides/${rideId}/rating`;

describe('a rating', () => {
  it('is said in the ride’s log, once, and its comment stays here', async () => {
    const ride = await completed();
    const of = ({ key }: { readonly key: string }) => key === ride.rideId;
    expect(await driver.ask('GET', path(ride))).toMatchObject({ status: 404, body: { code: 'rating_not_found' } });
    const wish = { stars: 4, comment: COMMENT };
    const answers = await Promise.all([1, 2, 3].map(() => driver.ask('POST', path(ride), wish)));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    const { data, headers } = await service.heard(RiderRated, of);
    expect(data).toEqual(ride.rated(4).data);
    expect(headers).toMatchObject({ source: '/driver', correlationId: ride.rideId });
    const other = await driver.ask('POST', path(ride), { stars: 5 });
    expect(other).toMatchObject({ status: 409, body: { code: 'already_rated' } });
    expect((await driver.ask('GET', path(ride))).body).toEqual({ rideId: ride.rideId, ...wish });
    expect((await driver.ask('GET', `/rides/${ride.rideId}`)).body).toMatchObject({ rated: 4 });

    // Heard behind whatever else was said.
    await driver.ask('POST', path(await completed()), { stars: 1 });
    await service.heard(RiderRated, ({ data: { stars, raterId } }) => stars === 1 && raterId === driver.id);
    expect(service.said(RiderRated, of)).toHaveLength(1);
    const onTheLog = service.log.facts.all.map(({ record }) => record.value?.toString('latin1')).join();
    expect(onTheLog).not.toContain('Main St');
  });

  it('is refused without a trip, too late, and of another’s ride', async () => {
    const rate = (ride: RideInFacts, by = driver) => by.ask('POST', path(ride), { stars: 5 });
    expect(await rate(await driver.isBooked())).toMatchObject({ status: 409, body: { code: 'not_completed' } });
    const old = await completed(7 * DAY + 60_000);
    expect(await rate(old)).toMatchObject({ status: 409, body: { code: 'rating_too_late' } });
    expect(await rate(old, new ADriver(service))).toMatchObject({ status: 404, body: { code: 'ride_not_found' } });
    const recent = await completed(7 * DAY - 60_000);
    for (const wish of [{}, { stars: 0 }, { stars: 6 }, { stars: 2.5 }, { stars: 5, comment: 'nul \0' }]) {
      const wrong = await driver.ask('POST', path(recent), wish);
      expect(wrong).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    }
    expect((await rate(recent)).status).toBe(204);
  });
});

it('the routes are documented', async () => {
  const { body } = await service.request('GET', '/docs-json');
  const { paths } = body as { readonly paths: Readonly<Record<string, object>> };
  expect(Object.keys(paths['/rides/{rideId}/rating'] ?? {}).sort()).toEqual(['get', 'post']);
});

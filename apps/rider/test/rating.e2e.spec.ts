import { jest } from '@jest/globals';
import { DriverRated, RiderRated, RiderRatingChanged } from '@ride/events';
import { eventually, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import fs from 'node:fs';
import { v7 } from 'uuid';
import { RideOf, Rider } from './people.js';

const DAY = 24 * 3600 * 1000;
const COMMENT = 'Grace drove me home to 1 Main St';
let service: ServiceUnderTest;
let rider: Rider;

/** What has been logged; it is written to the file descriptor, past process.stdout. */
const written = jest.spyOn(fs, 'write').mockImplementation(((_fd: number, text: unknown, ...more: unknown[]) => {
  const done = more.at(-1) as (error: null, bytes: number) => void;
  setImmediate(done, null, Buffer.byteLength(String(text)));
}) as typeof fs.write);
const logs = () => written.mock.calls.map(([, text]) => String(text)).join('');

beforeAll(async () => {
  service = await serviceUnderTest(() => import('../src/rider.module.js').then((m) => m.RiderModule), 'rider', {
    env: { RIDE_LOG_LEVEL: 'trace' },
  });
});
afterAll(() => service?.stop());
beforeEach(() => {
  rider = new Rider(service);
});

/** A ride that the rider has the receipt of; `ago`: so many milliseconds ago. */
async function completed(ago = 0): Promise<RideOf> {
  const ride = new RideOf(rider, await rider.requests());
  for (const fact of [ride.booked, ride.arrived, ride.aboard, ride.completed])
    await service.say(fact, { time: Date.now() - ago });
  await rider.sees(ride.rideId, 'completed');
  return ride;
}
const of =
  ({ rideId }: RideOf) =>
  ({ key }: { readonly key: string }) =>
    key === rideId;

describe('a rating', () => {
  it('is said in the ride’s log, once', async () => {
    const ride = await completed();
    const path = `/rides/${ride.rideId}/rating`;
    expect(await rider.ask('GET', path)).toMatchObject({ status: 404, body: { code: 'rating_not_found' } });
    const answers = await Promise.all([1, 2, 3].map(() => rider.ask('POST', path, { stars: 4 })));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    const { data, headers } = await service.heard(DriverRated, of(ride));
    expect(data).toEqual({ rideId: ride.rideId, raterId: rider.id, ratedId: ride.driverId, stars: 4 });
    expect(headers).toMatchObject({ source: '/rider', correlationId: ride.rideId });

    const other = await rider.ask('POST', path, { stars: 5 });
    expect(other).toMatchObject({ status: 409, body: { code: 'already_rated' } });
    expect((await rider.ask('GET', `/rides/${ride.rideId}`)).body).toMatchObject({ rated: 4 });
    // Said behind whatever else was said about the ride.
    await rider.ask('POST', `/rides/${(await completed()).rideId}/rating`, { stars: 1 });
    await service.heard(DriverRated, ({ data: { stars, raterId } }) => stars === 1 && raterId === rider.id);
    expect(service.said(DriverRated, of(ride))).toHaveLength(1);
  });

  it('keeps its comment here: it is neither on the log nor in the logs', async () => {
    const ride = await completed();
    const path = `/rides/${ride.rideId}/rating`;
    await rider.ask('POST', path, { stars: 5, comment: COMMENT });
    await rider.ask('POST', path, { stars: 2, comment: COMMENT });
    await service.heard(DriverRated, of(ride));
    await eventually(
      'the log’s line',
      async () => logs(),
      (lines) => lines.includes('/rides/:rideId/rating'),
    );
    expect(logs()).not.toContain('Main St');
    const onTheLog = service.log.facts.all.map(({ record }) => record.value?.toString('latin1')).join();
    expect(onTheLog).not.toContain('Main St');
    expect((await rider.ask('GET', path)).body).toEqual({ rideId: ride.rideId, stars: 5, comment: COMMENT });
    expect(await new Rider(service).ask('GET', path)).toMatchObject({ status: 404, body: { code: 'ride_not_found' } });
  });

  it('is refused without a trip, too late, and of another’s ride', async () => {
    const rate = ({ rideId }: RideOf, by = rider) => by.ask('POST', `/rides/${rideId}/rating`, { stars: 5 });
    const open = new RideOf(rider, await rider.requests());
    expect(await rate(open)).toMatchObject({ status: 409, body: { code: 'not_completed' } });
    const old = await completed(7 * DAY + 60_000);
    expect(await rate(old)).toMatchObject({ status: 409, body: { code: 'rating_too_late' } });
    expect(await rate(old, new Rider(service))).toMatchObject({ status: 404, body: { code: 'ride_not_found' } });
    const recent = await completed(7 * DAY - 60_000);
    for (const wish of [{}, { stars: 0 }, { stars: 6 }, { stars: 2.5 }, { stars: 5, comment: 'nul \0' }]) {
      const wrong = await rider.ask('POST', `/rides/${recent.rideId}/rating`, wish);
      expect(wrong).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    }
    expect((await rate(recent)).status).toBe(204);
  });
});

describe('a rider', () => {
  it('who is rated has a new average, which says nothing else', async () => {
    await rider.ask('PUT', '/profile', { name: 'Ada' });
    const mine = ({ key }: { readonly key: string }) => key === rider.id;
    const ride = await completed();
    const rated = (stars: number) =>
      RiderRated({ rideId: ride.rideId, raterId: ride.driverId, ratedId: rider.id, stars });
    const id = v7();
    for (let n = 0; n < 3; n++) await service.say(rated(5), { id });
    await service.say(rated(2));
    const changed = await service.heard(RiderRatingChanged, ({ key, data }) => key === rider.id && data.version === 3);
    expect(changed.data).toMatchObject({ name: 'Ada', rating: { average: 3.5, count: 2 } });
    const shown = () => rider.ask('GET', '/profile');
    expect(await eventually('the rating', shown, ({ body }) => body.rating.count === 2)).toMatchObject({ status: 200 });
    expect(service.said(RiderRatingChanged, mine)).toHaveLength(2);
  });
});

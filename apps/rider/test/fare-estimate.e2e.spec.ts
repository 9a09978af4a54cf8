import { RideRequested } from '@ride/events';
import { serviceUnderTest, type Answer, type ServiceUnderTest } from '@ride/testing';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { LONDON, Rider, TIMES_SQUARE, WALL_STREET } from './people.js';

let service: ServiceUnderTest;
let rider: Rider;

beforeAll(async () => {
  service = await serviceUnderTest(() => import('../src/rider.module.js').then((m) => m.RiderModule), 'rider');
});
afterAll(() => service?.stop());
beforeEach(() => {
  rider = new Rider(service);
});

const trip = { pickup: TIMES_SQUARE, dropoff: WALL_STREET };
async function estimated(about: object = trip): Promise<Answer['body']> {
  const { status, body } = await rider.ask('POST', '/fare-estimates', about);
  expect(status).toBe(201);
  return body;
}
const fareOf = ({ options }: Answer['body'], of: string) =>
  options.find(({ vehicleClass }: { vehicleClass: string }) => vehicleClass === of).fare as object;
const request = (fareEstimateId: string, other: object = {}) =>
  rider.ask('POST', '/rides', { ...trip, vehicleClass: 'standard', fareEstimateId, ...other });
const requested = async ({ body }: Answer) => {
  const { rideId } = body as { rideId: string };
  return (await service.heard(RideRequested, ({ key }) => key === rideId)).data;
};

describe('a fare estimate', () => {
  it('tells the price of every vehicle class, the way and the time, and until when', async () => {
    const before = Date.now();
    const { status, headers, body } = await rider.ask('POST', '/fare-estimates', trip);
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/fare-estimates/${body.fareEstimateId}`);
    expect(body).toMatchObject({ ...trip, area: 'new-york' });
    expect(body).not.toHaveProperty('riderId');
    expect(body.distanceMetres).toBeGreaterThan(6_000);
    expect(body.durationSeconds).toBeGreaterThan(1_500);
    expect(body.options.map(({ vehicleClass }: { vehicleClass: string }) => vehicleClass)).toEqual([
      'standard',
      'xl',
      'accessible',
    ]);
    expect(Date.parse(body.expiresAt as string) - before).toBeGreaterThanOrEqual(300_000);
    expect(Date.parse(body.expiresAt as string) - Date.now()).toBeLessThanOrEqual(300_000);
    expect(await rider.ask('GET', `/fare-estimates/${body.fareEstimateId}`)).toMatchObject({ status: 200, body });
  });

  it('tells the prices that rides then have', async () => {
    const estimate = await estimated();
    for (const vehicleClass of ['standard', 'xl', 'accessible']) {
      const ride = await requested(await rider.ask('POST', '/rides', { ...trip, vehicleClass }));
      expect(ride.fareEstimate).toEqual(fareOf(estimate, vehicleClass));
      const byEstimate = await requested(await request(estimate.fareEstimateId as string, { vehicleClass }));
      expect(byEstimate.fareEstimate).toEqual(ride.fareEstimate);
    }
  });

  it('of one class tells that price only', async () => {
    const all = await estimated();
    const { options } = await estimated({ ...trip, vehicleClass: 'xl' });
    expect(options).toEqual([{ vehicleClass: 'xl', fare: fareOf(all, 'xl'), pickupEtaSeconds: null }]);
  });

  it('is the rider’s who asked', async () => {
    const { fareEstimateId } = await estimated();
    const gone = { status: 404, body: { code: 'fare_estimate_not_found' } };
    expect(await rider.ask('GET', `/fare-estimates/${v7()}`)).toMatchObject(gone);
    rider = new Rider(service);
    expect(await rider.ask('GET', `/fare-estimates/${fareEstimateId}`)).toMatchObject(gone);
    expect(await request(fareEstimateId as string)).toMatchObject(gone);
    expect(await request(v7())).toMatchObject(gone);
  });

  it('is for riders, inside a service area, and well formed', async () => {
    const outside = await rider.ask('POST', '/fare-estimates', { pickup: LONDON, dropoff: WALL_STREET });
    expect(outside).toMatchObject({ status: 422, body: { code: 'outside_service_areas' } });
    const wrong = await rider.ask('POST', '/fare-estimates', { ...trip, vehicleClass: 'unknown' });
    expect(wrong).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    const token = await service.token('driver');
    expect((await service.request('POST', '/fare-estimates', { token, body: trip })).status).toBe(403);
  });
});

describe('a ride by a fare estimate', () => {
  const setPrice = (id: unknown, minor: number) =>
    service.sql(`UPDATE fare_estimate SET estimate = jsonb_set(estimate, '{options,0,fare,minor}', $2) WHERE id = $1`, [
      id,
      minor,
    ]);
  const expire = (id: unknown, ago: string) =>
    service.sql('UPDATE fare_estimate SET expires_at = now() - $2::interval WHERE id = $1', [id, ago]);

  it('has exactly the price that was told, also when the tariff gives another by now', async () => {
    const { fareEstimateId } = await estimated();
    await setPrice(fareEstimateId, 4711);
    const ride = await requested(await request(fareEstimateId as string));
    expect(ride.fareEstimate).toEqual({ minor: 4711, currency: 'USD' });
    const { body } = await rider.ask('GET', `/rides/${ride.rideId}`);
    expect(body.fareEstimate).toEqual({ minor: 4711, currency: 'USD' });
  });

  it('can be asked for again: the price is promised for as long as it says', async () => {
    const { fareEstimateId } = await estimated();
    await setPrice(fareEstimateId, 4711);
    const [one, other] = [
      await requested(await request(fareEstimateId as string)),
      await requested(await request(fareEstimateId as string)),
    ];
    expect(one.rideId).not.toBe(other.rideId);
    expect([one.fareEstimate.minor, other.fareEstimate.minor]).toEqual([4711, 4711]);
  });

  it('is refused when it has expired, and asks for nothing', async () => {
    const { fareEstimateId } = await estimated();
    await expire(fareEstimateId, '1 ms');
    expect(await request(fareEstimateId as string)).toMatchObject({
      status: 409,
      body: { code: 'fare_estimate_expired' },
    });
    expect((await rider.ask('GET', '/rides')).body.rides).toEqual([]);
  });

  it('that was asked for in time is answered the same when it is sent again later', async () => {
    const { fareEstimateId } = await estimated();
    const token = await service.token('rider', rider.id);
    const body = { ...trip, vehicleClass: 'standard', fareEstimateId };
    const send = () => service.request('POST', '/rides', { token, body, headers: { 'idempotency-key': 'once' } });
    const first = await send();
    await expire(fareEstimateId, '1 ms');
    expect(await send()).toMatchObject({ status: 202, body: first.body });
  });

  it('is refused for another trip or class than the estimate’s', async () => {
    const { fareEstimateId } = await estimated({ ...trip, vehicleClass: 'standard' });
    const north = { ...WALL_STREET, lat: WALL_STREET.lat + 0.001 };
    for (const other of [{ pickup: north }, { dropoff: north }, { vehicleClass: 'xl' }])
      expect(await request(fareEstimateId as string, other)).toMatchObject({
        status: 422,
        body: { code: 'fare_estimate_differs' },
      });
  });

  it('is deleted an hour after it has expired, not before', async () => {
    const [old, new_] = [await estimated(), await estimated()];
    await expire(old.fareEstimateId, '61 min');
    await expire(new_.fareEstimateId, '59 min');
    const { forgetOldEstimates } = await import('../src/fare-estimates.js');
    await forgetOldEstimates(service.get(DataSource));
    expect(await request(old.fareEstimateId as string)).toMatchObject({ body: { code: 'fare_estimate_not_found' } });
    expect(await request(new_.fareEstimateId as string)).toMatchObject({ body: { code: 'fare_estimate_expired' } });
  });
});

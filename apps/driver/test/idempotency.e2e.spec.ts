import { DriverArrived, RideAccepted, RideCancellationRequested, RiderDroppedOff, RiderPickedUp } from '@ride/events';
import { eventually, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';
import { ADriver } from './a-driver.js';
import { RideInFacts, TIMES_SQUARE, TRIP, WALL_STREET } from './ride-in-facts.js';

let service: ServiceUnderTest;
let pinOf: (rideId: string, offerId: string) => string;
let driver: ADriver;

beforeAll(async () => {
  service = await serviceUnderTest(() => import('../src/driver.module.js').then((m) => m.DriverModule), 'driver');
  const [http, { settings }] = await Promise.all([import('@ride/http'), import('@ride/configuration')]);
  pinOf = (rideId, offerId) => http.pinOf(settings().pinSecret, rideId, offerId);
});
afterAll(() => service?.stop());
beforeEach(() => {
  driver = new ADriver(service);
});
afterEach(() => driver.leaves());

const under = (key: string) => ({ 'idempotency-key': key });
const tries = (ride: RideInFacts, pin: string, key: string) =>
  driver.ask('POST', `/rides/${ride.rideId}/pickup`, { pin }, under(key));

/** A booked ride whose driver stands at the pickup. */
async function arrived(): Promise<RideInFacts> {
  const ride = await driver.isBooked();
  await driver.ask('POST', `/rides/${ride.rideId}/arrival`, { location: TIMES_SQUARE });
  return ride;
}

describe('what a driver says', () => {
  it('is answered as the first time when it is sent again, each step of a ride', async () => {
    const ride = await driver.isOffered();
    const steps: [path: string, body: object | undefined][] = [
      [`/offers/${ride.offerId}/acceptance`, undefined],
      [`/rides/${ride.rideId}/arrival`, { location: TIMES_SQUARE }],
      [`/rides/${ride.rideId}/pickup`, { pin: pinOf(ride.rideId, ride.offerId) }],
      [`/rides/${ride.rideId}/dropoff`, { location: WALL_STREET, ...TRIP }],
    ];
    const keys = steps.map(() => v7());
    const say = (n: number) => driver.ask('POST', ...steps[n]!, under(keys[n]!));
    const events = await driver.events();
    for (const n of steps.keys()) {
      const first = await say(n);
      expect(first).toMatchObject({ status: 202, body: undefined });
      expect(first.headers.has('idempotency-replayed')).toBe(false);
      if (n > 0) continue;
      await service.say(ride.booked());
      await events.first('booking.created');
    }
    for (const n of steps.keys()) {
      const again = await say(n);
      expect(again).toMatchObject({ status: 202, body: undefined });
      expect(again.headers.get('idempotency-replayed')).toBe('true');
    }
    const outbox = () => service.sql('SELECT FROM outbox');
    await eventually('everything said', outbox, (rows) => rows.length === 0);
    await service.heard(RiderDroppedOff, ({ key }) => key === ride.rideId);
    for (const fact of [RideAccepted, DriverArrived, RiderPickedUp, RiderDroppedOff])
      expect(service.said(fact, ({ key }) => key === ride.rideId)).toHaveLength(1);
  });

  it('is answered by what was done then, whatever has become of it; under a new key it is asked anew', async () => {
    const ride = await driver.isOffered();
    const key = v7();
    const accept = (as: string) => driver.ask('POST', `/offers/${ride.offerId}/acceptance`, undefined, under(as));
    expect((await accept(key)).status).toBe(202);
    const events = await driver.events();
    await service.say(ride.refused());
    await events.first('offer.refused');
    expect((await accept(key)).status).toBe(202);
    expect(await accept(v7())).toMatchObject({ status: 409 });
  });

  it('is not answered by what another driver said under the same key', async () => {
    const key = v7();
    const ride = await driver.isOffered();
    const path = `/offers/${ride.offerId}/acceptance`;
    expect((await driver.ask('POST', path, undefined, under(key))).status).toBe(202);
    const other = await new ADriver(service).ask('POST', path, undefined, under(key));
    expect(other).toMatchObject({ status: 404, body: { code: 'offer_not_found' } });
  });

  it('needs a key, whatever it is', async () => {
    const answer = await fetch(`${service.url}/docs-json`);
    const { paths } = (await answer.json()) as {
      paths: Record<string, { post?: { parameters?: { name: string }[] } }>;
    };
    const keyed = Object.entries(paths).filter(([, { post }]) =>
      post?.parameters?.some(({ name }) => name === 'Idempotency-Key'),
    );
    const own = keyed.map(([path]) => path).filter((path) => !path.startsWith('/dead-letters'));
    expect(own.sort()).toEqual([
      '/offers/{offerId}/acceptance',
      '/offers/{offerId}/decline',
      '/rides/{rideId}/arrival',
      '/rides/{rideId}/cancellation',
      '/rides/{rideId}/dropoff',
      '/rides/{rideId}/no-show',
      '/rides/{rideId}/pickup',
      '/rides/{rideId}/rating',
    ]);
    const token = await service.token('driver', driver.id);
    for (const path of own)
      expect(
        await service.request('POST', path.replace(/\{\w+\}/, v7()), { token, key: null, body: {} }),
      ).toMatchObject({ status: 400, body: { code: 'idempotency_key_missing' } });
  });
});

describe('a wrong PIN', () => {
  it('is no answer to keep: it counts each time, and the right one is taken under the same key', async () => {
    const ride = await arrived();
    const pin = pinOf(ride.rideId, ride.offerId);
    const wrong = pin === '0000' ? '0001' : '0000';
    const key = v7();
    for (let n = 0; n < 2; n++)
      expect(await tries(ride, wrong, key)).toMatchObject({ status: 409, body: { code: 'wrong_pin' } });
    expect((await tries(ride, pin, key)).headers.has('idempotency-replayed')).toBe(false);
    const again = await tries(ride, pin, key);
    expect(again.status).toBe(202);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await tries(ride, wrong, key)).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  });

  it('that is sent again and again under one key is guessed no more often than under many', async () => {
    const ride = await arrived();
    const pin = pinOf(ride.rideId, ride.offerId);
    const key = v7();
    const codes = [];
    for (let n = 0; n < 6; n++) codes.push((await tries(ride, pin === '0000' ? '0001' : '0000', key)).body.code);
    expect(new Set(codes)).toEqual(new Set(['wrong_pin', 'pin_paused']));
    await driver.ask('POST', `/rides/${ride.rideId}/cancellation`);
    await service.heard(RideCancellationRequested, ({ data: { rideId } }) => rideId === ride.rideId);
  });
});

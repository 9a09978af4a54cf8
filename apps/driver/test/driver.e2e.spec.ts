import {
  DriverArrived,
  DriverBecameAvailable,
  DriverBecameUnavailable,
  DriverFellSilent,
  DriverProfileChanged,
  DriverRated,
  DriverRatingChanged,
  DriverRegistered,
  RideAccepted,
  RideCancellationRequested,
  RideDeclined,
  RiderDidNotShow,
  RiderDroppedOff,
  RiderPickedUp,
} from '@ride/events';
import { eventually, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';
import { ADriver } from './a-driver.js';
import { FARE, RideInFacts, TIMES_SQUARE, TRIP, WALL_STREET } from './ride-in-facts.js';

let service: ServiceUnderTest;
let pinOf: (rideId: string, offerId: string) => string;
let driver: ADriver;

beforeAll(async () => {
  const load = () => import('../src/driver.module.js').then(({ DriverModule }) => DriverModule);
  // Short, so that silence comes within a test; a driver of a live ride gets twice as long.
  const env = { RIDE_POSITION_FRESH_MS: '1500', RIDE_SILENT_TRIP_MS: '3000', RIDE_WAITING_MS: '200' };
  service = await serviceUnderTest(load, 'driver', { env });
  const [http, { settings }] = await Promise.all([import('@ride/http'), import('@ride/configuration')]);
  pinOf = (rideId, offerId) => http.pinOf(settings().pinSecret, rideId, offerId);
});
afterAll(() => service.stop());
beforeEach(() => {
  driver = new ADriver(service);
});
afterEach(() => driver.leaves());

const mine = ({ key }: { key: string }) => key === driver.id;
const about =
  (ride: RideInFacts) =>
  ({ key }: { key: string }) =>
    key === ride.rideId;
const wrong = (pin: string) => (pin === '0000' ? '0001' : '0000');
async function sees(rideId: string, status: string) {
  const ask = () => driver.ask('GET', `/rides/${rideId}`);
  return (await eventually(`ride ${status}`, ask, ({ body }) => body.status === status)).body;
}
async function outcome(rideId: string) {
  const token = await service.token('operator');
  return (await service.request('GET', `/operations/rides/${rideId}`, { token })).body;
}

describe('an offer', () => {
  it('is seen live by its driver and can be accepted once', async () => {
    const events = await driver.events();
    const ride = new RideInFacts(driver.id);
    const expiresAt = Date.now() + 15_000;
    await service.say(ride.offered(expiresAt));
    const { data } = await events.first('offer.made');
    expect(data).toEqual({
      offerId: ride.offerId,
      rideId: ride.rideId,
      pickup: TIMES_SQUARE,
      dropoff: WALL_STREET,
      fareEstimate: FARE,
      pickupEtaSeconds: 240,
      expiresAt: new Date(expiresAt).toISOString(),
    });
    expect(await sees(ride.rideId, 'offered')).toMatchObject({ offerId: ride.offerId });

    const path = `/offers/${ride.offerId}/acceptance`;
    const answers = await Promise.all([driver.ask('POST', path), driver.ask('POST', path), driver.ask('POST', path)]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    const correlation = v7();
    await driver.ask('POST', path, undefined, { 'x-correlation-id': correlation });
    await sees(ride.rideId, 'accepted');
    await service.say(ride.booked());
    expect((await events.first('booking.created')).data).toMatchObject({
      rideId: ride.rideId,
      offerId: ride.offerId,
      fare: FARE,
    });
    const accepted = service.said(RideAccepted, about(ride));
    expect(accepted.map((fact) => fact.data)).toEqual([ride.accepted().data]);
  });

  it('is answered in the ride’s log, because of the request', async () => {
    const ride = await driver.isOffered();
    const correlation = v7();
    const answer = await driver.ask('POST', `/offers/${ride.offerId}/acceptance`, undefined, {
      'x-correlation-id': correlation,
    });
    expect(answer.headers.get('x-correlation-id')).toBe(correlation);
    const { headers } = await service.heard(RideAccepted, about(ride));
    expect(headers).toMatchObject({ correlationId: ride.rideId, source: '/driver' });
    // The request's own id, which is a UUIDv7 made for it.
    expect(headers.causationId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect([ride.rideId, ride.offerId, correlation, headers.id]).not.toContain(headers.causationId);
  });

  it('can be declined, for a reason without free text', async () => {
    const ride = await driver.isOffered();
    const path = `/offers/${ride.offerId}/decline`;
    expect(await driver.ask('POST', path, { reason: 'Ada lives far away' })).toMatchObject({ status: 400 });
    expect((await driver.ask('POST', path, { reason: 'too_far' })).status).toBe(202);
    expect((await driver.ask('POST', path)).status).toBe(202);
    expect((await service.heard(RideDeclined, about(ride))).data).toEqual(ride.declined('too_far').data);
    const late = await driver.ask('POST', `/offers/${ride.offerId}/acceptance`);
    expect(late).toMatchObject({ status: 409, body: { code: 'offer_is_over' } });
  });

  it('is its driver’s alone', async () => {
    const ride = await driver.isOffered();
    const other = new ADriver(service);
    const answer = await other.ask('POST', `/offers/${ride.offerId}/acceptance`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'offer_not_found' } });
    expect(await other.ask('GET', `/rides/${ride.rideId}`)).toMatchObject({ status: 404 });
    expect(await driver.ask('POST', `/offers/${v7()}/acceptance`)).toMatchObject({ status: 404 });
  });

  it('that is over says so, and so does an acceptance that did not count', async () => {
    const events = await driver.events();
    const [expired, withdrawn, refused] = [
      await driver.isOffered(),
      await driver.isOffered(),
      await driver.isOffered(),
    ];
    await service.say(expired.expired());
    expect((await events.first('offer.expired')).data).toMatchObject({ offerId: expired.offerId });
    await service.say(withdrawn.withdrawn());
    expect((await events.first('offer.withdrawn')).data).toMatchObject({ offerId: withdrawn.offerId });
    await driver.ask('POST', `/offers/${refused.offerId}/acceptance`);
    await service.say(refused.expired());
    await service.say(refused.refused());
    const { data } = await events.first('offer.refused');
    expect(data).toEqual({ rideId: refused.rideId, offerId: refused.offerId, reason: 'already_booked' });
    expect(events.arrived.all.filter(({ type }) => type === 'offer.expired')).toHaveLength(1);
  });
});

describe('a ride', () => {
  it('goes from the booking to the drop-off, each step said once', async () => {
    const events = await driver.events();
    const ride = await driver.isBooked();
    const step = (path: string, body: object) => driver.ask('POST', `/rides/${ride.rideId}/${path}`, body);
    const pin = pinOf(ride.rideId, ride.offerId);

    expect(await step('pickup', { pin })).toMatchObject({ status: 409, body: { code: 'not_arrived' } });
    for (let n = 0; n < 2; n++) expect((await step('arrival', { location: TIMES_SQUARE })).status).toBe(202);
    expect((await service.heard(DriverArrived, about(ride))).data).toEqual(ride.arrived().data);

    expect(await step('pickup', { pin: wrong(pin) })).toMatchObject({ status: 409, body: { code: 'wrong_pin' } });
    for (let n = 0; n < 2; n++) expect((await step('pickup', { pin })).status).toBe(202);
    expect((await service.heard(RiderPickedUp, about(ride))).data).toEqual(ride.aboard().data);

    const metered = { location: WALL_STREET, ...TRIP };
    for (let n = 0; n < 2; n++) expect((await step('dropoff', metered)).status).toBe(202);
    expect((await service.heard(RiderDroppedOff, about(ride))).data).toEqual(ride.dropped().data);
    await sees(ride.rideId, 'dropped_off');

    await service.say(ride.completed());
    expect((await events.first('ride.ended')).data).toEqual({ rideId: ride.rideId, outcome: 'completed', fare: FARE });
    expect(await sees(ride.rideId, 'completed')).toMatchObject({ fare: FARE });
    expect(await outcome(ride.rideId)).toEqual({ rideId: ride.rideId, outcome: 'completed', endings: 1 });
    for (const fact of [DriverArrived, RiderPickedUp, RiderDroppedOff])
      expect(service.said(fact, about(ride))).toHaveLength(1);
  });

  it('takes no PIN after three wrong ones, however many come at once', async () => {
    const ride = await driver.isBooked();
    await driver.ask('POST', `/rides/${ride.rideId}/arrival`, { location: TIMES_SQUARE });
    const pin = pinOf(ride.rideId, ride.offerId);
    const tries = Array.from({ length: 8 }, () =>
      driver.ask('POST', `/rides/${ride.rideId}/pickup`, { pin: wrong(pin) }),
    );
    const codes = (await Promise.all(tries)).map(({ body }) => body.code as string).sort();
    expect(codes).toEqual([...Array<string>(5).fill('pin_paused'), ...Array<string>(3).fill('wrong_pin')]);
    const right = await driver.ask('POST', `/rides/${ride.rideId}/pickup`, { pin });
    expect(right).toMatchObject({ status: 409, body: { code: 'pin_paused' } });
  });

  it('ends for the driver when booking says so', async () => {
    const events = await driver.events();
    const ride = await driver.isBooked();
    await service.say(ride.cancelled());
    expect((await events.first('ride.ended')).data).toMatchObject({ outcome: 'cancelled', by: 'rider', fee: FARE });
    const late = await driver.ask('POST', `/rides/${ride.rideId}/arrival`, { location: TIMES_SQUARE });
    expect(late).toMatchObject({ status: 409, body: { code: 'already_over' } });
  });

  it('can be left, or waited for in vain', async () => {
    const left = await driver.isBooked();
    await driver.ask('POST', `/rides/${left.rideId}/cancellation`, { reason: 'flat_tyre' });
    const wish = await service.heard(RideCancellationRequested, about(left));
    expect(wish.data).toEqual(left.wantsOut('flat_tyre').data);
    await service.say(left.left());
    await sees(left.rideId, 'left');

    const missed = await driver.isBooked();
    await driver.ask('POST', `/rides/${missed.rideId}/arrival`, { location: TIMES_SQUARE });
    const report = () => driver.ask('POST', `/rides/${missed.rideId}/no-show`);
    expect(await report()).toMatchObject({ status: 409, body: { code: 'still_waiting' } });
    await eventually('the waiting time', report, ({ status }) => status === 202);
    await service.heard(RiderDidNotShow, about(missed));
  });

  it('hears of it when its driver falls silent, once', async () => {
    await driver.goesOnShift();
    const ride = await driver.isBooked();
    const booked = Date.now();
    const { data } = await service.heard(DriverFellSilent, about(ride));
    expect(data).toMatchObject({ driverId: driver.id, offerId: ride.offerId });
    expect(Date.now() - booked).toBeGreaterThan(2500);
    await sees(ride.rideId, 'booked'); // until booking has answered
    await service.say(ride.left('silence'));
    const silent = await service.heard(
      DriverBecameUnavailable,
      ({ key, data: { reason } }) => key === driver.id && reason === 'silent',
    );
    expect(silent.data.version).toBe(3);
    expect(service.said(DriverFellSilent, about(ride))).toHaveLength(1);
  });

  it('that no driver was offered is closed here, too', async () => {
    const ride = new RideInFacts();
    const id = v7();
    for (let n = 0; n < 3; n++) await service.say(ride.unfulfilled(), { id });
    const closed = await eventually(
      'the end',
      () => outcome(ride.rideId),
      ({ endings }) => endings > 0,
    );
    expect(closed).toEqual({ rideId: ride.rideId, outcome: 'unfulfilled', endings: 1 });
  });
});

describe('silence', () => {
  it('is counted from when the service could hear again', async () => {
    const onRide = new ADriver(service);
    await Promise.all([driver.goesOnShift(), onRide.goesOnShift()]);
    const ride = await onRide.isBooked();
    onRide.leaves();
    await service.halt();
    const down = Date.now();
    await eventually(
      'longer than any silence',
      async () => Date.now(),
      (now) => now > down + 3500,
    );
    // It hears some time after it begins to come up, and how long that takes is its machine's affair.
    const comesUp = Date.now();
    await service.resume();
    const offDuty = await service.heard(DriverBecameUnavailable, mine);
    expect(offDuty.data.reason).toBe('silent');
    expect(offDuty.headers.time).toBeGreaterThan(comesUp + 1500);
    const { headers } = await service.heard(DriverFellSilent, about(ride));
    expect(headers.time).toBeGreaterThan(comesUp + 3000);
  });
});

describe('a profile', () => {
  it('is registered, changed, and rated', async () => {
    expect(await driver.ask('GET', '/profile')).toMatchObject({ status: 404, body: { code: 'profile_not_found' } });
    const told = {
      name: 'Grace',
      vehicle: 'Toyota Prius',
      plate: 'T 123',
      vehicleClass: 'xl',
      phone: '+1 212 555 0100',
    };
    expect((await driver.ask('PUT', '/profile', told)).body).toMatchObject({ driverId: driver.id, ...told });
    expect((await service.heard(DriverRegistered, mine)).data).toMatchObject({ name: 'Grace', version: 1 });
    await driver.ask('PUT', '/profile', { ...told, plate: 'T 9' });
    expect((await service.heard(DriverProfileChanged, mine)).data).toMatchObject({ plate: 'T 9', version: 2 });
    await service.say(DriverRated({ rideId: v7(), raterId: v7(), ratedId: driver.id, stars: 4 }));
    const { data } = await service.heard(DriverRatingChanged, mine);
    expect(data).toMatchObject({ plate: 'T 9', rating: { average: 4, count: 1 }, version: 3 });
    await driver.ask('PUT', '/shift', { location: TIMES_SQUARE });
    expect((await service.heard(DriverBecameAvailable, mine)).data.vehicleClass).toBe('xl');
  });
});

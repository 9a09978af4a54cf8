import { DriverBecameAvailable, DriverBecameUnavailable, DriverMoved } from '@ride/events';
import { eventually, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { ADriver } from './a-driver.js';
import { RideInFacts, TIMES_SQUARE, TRIP, WALL_STREET } from './ride-in-facts.js';

let service: ServiceUnderTest;
let pinOf: (rideId: string, offerId: string) => string;
let driver: ADriver;

beforeAll(async () => {
  const load = () => import('../src/driver.module.js').then(({ DriverModule }) => DriverModule);
  // Short, so that silence comes within a test.
  service = await serviceUnderTest(load, 'driver', { env: { RIDE_POSITION_FRESH_MS: '1500' } });
  const [http, { settings }] = await Promise.all([import('@ride/http'), import('@ride/configuration')]);
  pinOf = (rideId, offerId) => http.pinOf(settings().pinSecret, rideId, offerId);
});
afterAll(() => service.stop());
beforeEach(() => {
  driver = new ADriver(service);
});
afterEach(() => driver.leaves());

const mine = ({ key }: { key: string }) => key === driver.id;

describe('a shift', () => {
  it('is said when it begins and ends, with its version', async () => {
    expect((await driver.goesOnShift()).status).toBe(204);
    const { data, headers } = await service.heard(DriverBecameAvailable, mine);
    expect(data).toEqual({
      driverId: driver.id,
      location: TIMES_SQUARE,
      area: 'new-york',
      vehicleClass: 'standard',
      version: 1,
    });
    expect(headers).toMatchObject({ source: '/driver', subject: driver.id });
    expect((await driver.ask('GET', '/shift')).body).toMatchObject({ status: 'available', location: TIMES_SQUARE });
    await driver.ask('DELETE', '/shift');
    expect((await service.heard(DriverBecameUnavailable, mine)).data).toMatchObject({ reason: 'off_duty', version: 2 });
    expect((await driver.ask('GET', '/shift')).body).toEqual({ status: 'off_duty' });
  });

  it('begins inside a service area', async () => {
    const answer = await driver.goesOnShift({ lat: 51.5, lng: 0 });
    expect(answer).toMatchObject({ status: 422, body: { code: 'outside_service_areas' } });
  });

  it('ends by silence when no position comes', async () => {
    await driver.goesOnShift();
    const began = Date.now();
    for (let n = 0; n < 4; n++) {
      await driver.isAt(WALL_STREET);
      await service.heard(
        DriverMoved,
        ({ key, data, headers }) =>
          key === driver.id && data.location.lat === WALL_STREET.lat && headers.time! >= began,
      );
      await eventually(
        'half a second later',
        async () => Date.now(),
        (now) => now >= began + 500 * (n + 1),
      );
    }
    // By now it would be silent, had the positions not been counted.
    expect(service.said(DriverBecameUnavailable, mine)).toHaveLength(0);
    expect((await service.heard(DriverBecameUnavailable, mine)).data).toMatchObject({ reason: 'silent', version: 2 });
    expect(await driver.isAt(WALL_STREET)).toMatchObject({ status: 409, body: { code: 'off_duty' } });
  });

  it('is told when it ends by itself', async () => {
    await driver.goesOnShift();
    const events = await driver.events();
    expect((await events.first('shift.ended')).data).toEqual({ reason: 'silent' });
    await driver.goesOnShift();
    await driver.ask('DELETE', '/shift');
    await driver.goesOnShift();
    // Of the third shift; the second the driver has ended.
    await service.heard(DriverBecameUnavailable, ({ key, data }) => key === driver.id && data.version === 6);
    await eventually(
      'the end of the third',
      async () => events.arrived.all.map(({ data }) => data['reason']),
      (reasons) => reasons.length === 2 && reasons.every((reason) => reason === 'silent'),
    );
  });

  it('is said again when the log has an older version behind the newest, or a higher one', async () => {
    await driver.goesOnShift();
    await driver.ask('DELETE', '/shift');
    await service.heard(DriverBecameUnavailable, mine);
    const [first] = service.said(DriverBecameAvailable, mine);
    await service.say(DriverBecameAvailable({ ...first!.data, vehicleClass: 'standard' }));
    const again = await service.heard(
      DriverBecameUnavailable,
      ({ key, data }) => key === driver.id && data.version > 2,
    );
    expect(again.data).toMatchObject({ reason: 'off_duty', version: 3 });
    await service.say(DriverBecameAvailable({ ...first!.data, vehicleClass: 'standard', version: 7 }));
    const above = await service.heard(
      DriverBecameUnavailable,
      ({ key, data }) => key === driver.id && data.version > 7,
    );
    expect(above.data).toMatchObject({ reason: 'off_duty', version: 8 });
  });

  it('ends after three offers without an answer', async () => {
    await driver.goesOnShift();
    const rides = [1, 2, 3].map(() => new RideInFacts(driver.id));
    for (const ride of rides) {
      await driver.isOffered(ride);
      await driver.isAt(TIMES_SQUARE);
      const events = await driver.events();
      await service.say(ride.expired());
      await events.first('offer.expired');
    }
    expect((await service.heard(DriverBecameUnavailable, mine)).data.reason).toBe('unresponsive');
  });

  it('is interrupted by a ride and goes on where that has ended', async () => {
    await driver.goesOnShift();
    const ride = await driver.isBooked();
    expect((await service.heard(DriverBecameUnavailable, mine)).data).toMatchObject({ reason: 'booked', version: 2 });
    expect(await driver.ask('DELETE', '/shift')).toMatchObject({ status: 409, body: { code: 'on_a_ride' } });
    expect((await driver.ask('GET', '/shift')).body).toMatchObject({ status: 'booked', rideId: ride.rideId });
    await driver.ask('POST', `/rides/${ride.rideId}/arrival`, { location: TIMES_SQUARE });
    await driver.ask('POST', `/rides/${ride.rideId}/pickup`, { pin: pinOf(ride.rideId, ride.offerId) });
    await driver.ask('POST', `/rides/${ride.rideId}/dropoff`, { location: WALL_STREET, ...TRIP });
    await service.say(ride.completed());
    const again = await service.heard(DriverBecameAvailable, ({ key, data }) => key === driver.id && data.version > 1);
    expect(again.data).toMatchObject({ location: WALL_STREET, version: 3 });
  });
});

import { settings } from '@ride/configuration';
import { RideCancelled } from '@ride/events';
import { pinOf } from '@ride/http';
import { DeadLetter, describeErrors, eventually, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';
import { ADriver } from './a-driver.js';
import { RideInFacts, TIMES_SQUARE, TRIP, WALL_STREET } from './ride-in-facts.js';

const WEEKS = 14 * 24 * 3600 * 1000;
const LONDON = { lat: 51.5, lng: 0 };
const ended = (rideId: string) =>
  RideCancelled({ rideId, riderId: v7(), by: 'rider', fee: { minor: 0, currency: 'USD' } });

/** What a driver does with a ride. */
function deeds(driver: ADriver, { rideId, offerId }: RideInFacts) {
  const path = `/rides/${rideId}`;
  const pin = pinOf(settings().pinSecret, rideId, offerId);
  return {
    accept: () => driver.ask('POST', `/offers/${offerId}/acceptance`),
    decline: () => driver.ask('POST', `/offers/${offerId}/decline`),
    arrive: () => driver.ask('POST', `${path}/arrival`, { location: TIMES_SQUARE }),
    pickUp: () => driver.ask('POST', `${path}/pickup`, { pin }),
    mistype: () => driver.ask('POST', `${path}/pickup`, { pin: pin === '0000' ? '0001' : '0000' }),
    reportNoShow: () => driver.ask('POST', `${path}/no-show`),
    dropOff: () => driver.ask('POST', `${path}/dropoff`, { location: WALL_STREET, ...TRIP }),
    cancel: () => driver.ask('POST', `${path}/cancellation`),
    rate: (stars: number) => driver.ask('POST', `${path}/rating`, { stars }),
    rating: () => driver.ask('GET', `${path}/rating`),
    until: (status: string) =>
      eventually(
        `a ${status} ride`,
        () => driver.ask('GET', path),
        ({ body }) => body.status === status,
      ),
  };
}
async function offered(service: ServiceUnderTest) {
  const driver = new ADriver(service);
  const ride = await driver.isOffered();
  driver.leaves();
  return deeds(driver, ride);
}
async function booked(service: ServiceUnderTest) {
  const driver = new ADriver(service);
  const ride = await driver.isBooked();
  driver.leaves();
  return deeds(driver, ride);
}
/** `ago`: so many milliseconds ago. */
async function completed(service: ServiceUnderTest, ago = 0) {
  const driver = new ADriver(service);
  const ride = new RideInFacts(driver.id);
  for (const fact of [ride.offered(), ride.accepted(), ride.booked(), ride.arrived(), ride.aboard(), ride.dropped()])
    await service.say(fact, { time: Date.now() - ago });
  await service.say(ride.completed(), { time: Date.now() - ago });
  const does = deeds(driver, ride);
  await eventually(
    'a ride',
    () => driver.ask('GET', `/rides/${ride.rideId}`),
    ({ status }) => status === 200,
  );
  await does.until('completed');
  return does;
}

/** A ride that was cancelled while the driver was on the way. */
async function cancelled(service: ServiceUnderTest) {
  const driver = new ADriver(service);
  const ride = await driver.isBooked();
  driver.leaves();
  await service.say(ride.cancelled());
  const does = deeds(driver, ride);
  await does.until('cancelled');
  return does;
}

describeErrors({
  service: 'driver',
  load: () => import('../src/driver.module.js').then(({ DriverModule }) => DriverModule),
  heard: ended,
  own: {
    already_over: async (service) => (await cancelled(service)).arrive(),
    already_rated: async (service) => {
      const ride = await completed(service);
      await ride.rate(5);
      return ride.rate(4);
    },
    invalid_cursor: (service) => new ADriver(service).ask('GET', '/rides?cursor=x'),
    key_blocked: async (service) => {
      const { key } = await DeadLetter.of(service, ended);
      const arrive = () => new ADriver(service).ask('POST', `/rides/${key}/arrival`, { location: TIMES_SQUARE });
      return eventually('a blocked key', arrive, ({ status }) => status === 503);
    },
    not_aboard: async (service) => (await booked(service)).dropOff(),
    not_arrived: async (service) => (await booked(service)).pickUp(),
    not_completed: async (service) => (await booked(service)).rate(5),
    not_your_ride: async (service) => (await offered(service)).arrive(),
    off_duty: (service) => new ADriver(service).isAt(TIMES_SQUARE),
    offer_accepted: async (service) => {
      const offer = await offered(service);
      await offer.accept();
      return offer.decline();
    },
    offer_is_over: async (service) => {
      const offer = await offered(service);
      await offer.decline();
      return offer.accept();
    },
    offer_not_found: (service) => new ADriver(service).ask('POST', `/offers/${v7()}/acceptance`),
    on_a_ride: async (service) => {
      const driver = new ADriver(service);
      await driver.isBooked();
      driver.leaves();
      return driver.ask('DELETE', '/shift');
    },
    outside_service_areas: (service) => new ADriver(service).goesOnShift(LONDON),
    pin_paused: async (service) => {
      const ride = await booked(service);
      await ride.arrive();
      for (let wrong = 1; wrong <= 3; wrong++) await ride.mistype();
      return ride.pickUp();
    },
    profile_not_found: (service) => new ADriver(service).ask('GET', '/profile'),
    rating_not_found: async (service) => (await completed(service)).rating(),
    rating_too_late: async (service) => (await completed(service, WEEKS)).rate(5),
    ride_not_found: (service) => new ADriver(service).ask('GET', `/rides/${v7()}`),
    rider_aboard: async (service) => {
      const ride = await booked(service);
      await ride.arrive();
      await ride.pickUp();
      return ride.cancel();
    },
    still_waiting: async (service) => {
      const ride = await booked(service);
      await ride.arrive();
      return ride.reportNoShow();
    },
    wrong_pin: async (service) => {
      const ride = await booked(service);
      await ride.arrive();
      return ride.mistype();
    },
  },
});

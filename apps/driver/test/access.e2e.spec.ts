import { describeAccess, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { ADriver } from './a-driver.js';
import { TIMES_SQUARE } from './ride-in-facts.js';

let service: ServiceUnderTest;
let driver: ADriver;
afterAll(async () => {
  driver?.leaves();
  await service?.stop();
});

describeAccess(async () => {
  service = await serviceUnderTest(() => import('../src/driver.module.js').then((m) => m.DriverModule), 'driver');
  driver = new ADriver(service);
  await driver.goesOnShift();
  const { rideId, offerId } = await driver.isBooked();
  return {
    service,
    owner: { role: 'driver', sub: driver.id },
    ids: { rideId, offerId },
    bodies: {
      'PUT /profile': { name: 'Ada', vehicle: 'Blue Fiat', plate: 'ADA 1' },
      'PUT /shift': { location: TIMES_SQUARE },
      'POST /positions': { points: [TIMES_SQUARE] },
      'POST /offers/{offerId}/decline': {},
      'POST /rides/{rideId}/arrival': { location: TIMES_SQUARE },
      'POST /rides/{rideId}/pickup': { pin: '0000' },
      'POST /rides/{rideId}/dropoff': { location: TIMES_SQUARE, distanceMetres: 1000, durationSeconds: 300 },
      'POST /rides/{rideId}/cancellation': {},
      'POST /rides/{rideId}/rating': { stars: 5 },
    },
  };
});

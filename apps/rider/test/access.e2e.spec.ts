import { describeAccess, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { Rider, TIMES_SQUARE, WALL_STREET } from './people.js';

let service: ServiceUnderTest;
afterAll(() => service?.stop());

describeAccess(async () => {
  service = await serviceUnderTest(() => import('../src/rider.module.js').then((m) => m.RiderModule), 'rider');
  const rider = new Rider(service);
  await rider.ask('PUT', '/profile', { name: 'Ada' });
  const trip = { pickup: TIMES_SQUARE, dropoff: WALL_STREET, vehicleClass: 'standard' };
  const { fareEstimateId } = (await rider.ask('POST', '/fare-estimates', trip)).body as { fareEstimateId: string };
  const rideId = await rider.requests();
  return {
    service,
    owner: { role: 'rider', sub: rider.id },
    ids: { rideId, fareEstimateId },
    bodies: {
      'PUT /profile': { name: 'Ada' },
      'POST /fare-estimates': trip,
      'POST /rides': trip,
      'POST /rides/{rideId}/cancellation': {},
      'POST /rides/{rideId}/rating': { stars: 5 },
    },
  };
});

import { describeAccess, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';

let service: ServiceUnderTest;
afterAll(() => service?.stop());

describeAccess(async () => {
  const load = () => import('../src/booking.module.js').then((m) => m.BookingModule);
  service = await serviceUnderTest(load, 'booking', { env: { RIDE_BREAKS: 'on' } });
  return { service, owner: { role: 'operator', sub: v7() }, ids: { rideId: v7() }, bodies: {} };
});

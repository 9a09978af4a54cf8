import { describeAccess, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';
import { startMatching } from './city.js';

let matching: ServiceUnderTest;
afterAll(() => matching?.stop());

describeAccess(async () => {
  const { city, ...started } = await startMatching({});
  ({ matching } = started);
  const { rideId } = await city.request();
  return { service: matching, owner: { role: 'operator', sub: v7() }, ids: { rideId }, bodies: {} };
});

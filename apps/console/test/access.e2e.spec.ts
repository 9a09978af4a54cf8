import { describeAccess, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';

let service: ServiceUnderTest;
afterAll(() => service?.stop());

describeAccess(async () => {
  service = await serviceUnderTest(() => import('../src/console.module.js').then((m) => m.ConsoleModule), 'console');
  return { service, owner: { role: 'operator', sub: v7() }, ids: { id: v7() }, bodies: {} };
});

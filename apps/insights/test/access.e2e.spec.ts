import { describeAccess, eventually, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';

let service: ServiceUnderTest;
afterAll(() => service?.stop());

describeAccess(async () => {
  service = await serviceUnderTest(() => import('../src/insights.module.js').then((m) => m.InsightsModule), 'insights');
  const [token, query] = [await service.token('operator'), '?cell=882a100d67fffff'];
  const ask = () => service.request('GET', `/demand${query}`, { token });
  await eventually('the cell’s task', ask, ({ status }) => status === 200, 60_000);
  return { service, owner: { role: 'operator', sub: v7() }, ids: {}, bodies: {}, queries: { 'GET /demand': query } };
});

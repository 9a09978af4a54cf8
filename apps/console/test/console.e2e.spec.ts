import { eventually, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';

let service: ServiceUnderTest;
beforeAll(async () => {
  service = await serviceUnderTest(() => import('../src/console.module.js').then((m) => m.ConsoleModule), 'console');
});
afterAll(() => service?.stop());

describe('the console', () => {
  it('is ready, as every service', async () => {
    const ask = () => service.request('GET', '/health/ready');
    await eventually('readiness', ask, ({ status }) => status === 200);
  });
  it('has no dead letters: it hears in passing only', async () => {
    const token = await service.token('operator');
    expect(await service.request('GET', '/dead-letters', { token })).toMatchObject({ status: 404 });
  });
  it('counts rides by state', async () => {
    const { body } = await service.request('GET', '/rides/by-state', { token: await service.token('operator') });
    expect(body.states).toContainEqual({ state: 'requested', rides: 0, oldestAt: null });
    expect(body.outcomesLastHour).toContainEqual({ outcome: 'completed', rides: 0 });
  });
});

import { InstanceReported } from '@ride/events';
import { Instances } from './instances.js';

const NOW = 1_764_000_000_000;
type Data = Parameters<typeof InstanceReported>[0];

const report = (instanceId: string, ago: number, about: Partial<Data> = {}) => ({
  ...{ type: 'InstanceReported' as const, time: NOW - ago, appendedAt: NOW - ago },
  ...{ id: instanceId, correlationId: instanceId },
  data: {
    ...{ instanceId, service: 'booking', host: 'h', pid: 1, version: 'v', startedAt: NOW - 60_000 },
    ...{
      state: 'ready' as const,
      troubles: '',
      eventLoopDelay: 1,
      rss: 1,
      breaks: 0,
      outboxOldest: 0,
      outboxRefused: 0,
    },
    ...about,
  },
});
const booking = (...reports: readonly ReturnType<typeof report>[]) => {
  const instances = new Instances();
  instances.see(reports);
  return instances.services(NOW).find(({ name }) => name === 'booking')!;
};
const states = (seen: ReturnType<typeof booking>) => [seen.state, ...seen.instances.map(({ state }) => state)];

describe('a service', () => {
  it('is ready when each of its instances that is heard is', () => {
    expect(states(booking(report('a', 0), report('b', 9_000)))).toEqual(['ready', 'ready', 'ready']);
    const troubled = booking(report('a', 0), report('b', 0, { state: 'troubled', troubles: 'relay_stuck,newer_code' }));
    expect(troubled).toMatchObject({ state: 'troubled', instances: [{}, { troubles: [{}, {}] }] });
    expect(troubled.instances[1]?.troubles.map(({ message }) => message)).toEqual([
      expect.stringContaining('outbox'),
      expect.stringContaining('health.md'),
    ]);
  });
  it('is silent when nobody of it was heard for 10 s, whoever has stopped in order or not', () => {
    expect(states(booking(report('a', 11_000), report('b', 0, { state: 'stopped' })))).toEqual([
      ...['silent', 'silent', 'stopped'],
    ]);
    expect(states(booking())).toEqual(['silent']);
  });
  it('is judged by those who live when another has fallen silent', () => {
    expect(states(booking(report('a', 11_000), report('b', 0)))).toEqual(['ready', 'silent', 'ready']);
  });
  it('forgets who has stopped after a minute, and who has fallen silent after a quarter of an hour', () => {
    expect(booking(report('a', 61_000, { state: 'stopped' }), report('b', 901_000)).instances).toEqual([]);
    expect(booking(report('b', 899_000)).instances.length).toBe(1);
  });
  it('holds back what its database last told, whoever told it', () => {
    const counted = { outboxWaiting: 3, failedWaiting: 2, failedDead: 1 };
    expect(booking(report('a', 2_000, counted), report('b', 0, { outboxOldest: 4.5 }))).toMatchObject({
      outbox: { waiting: 3, oldestSeconds: 4.5 },
      failed: { waiting: 2, dead: 1 },
    });
  });
});

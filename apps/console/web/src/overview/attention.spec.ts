import type { Overview, ServiceSeen, SubscriptionSeen } from '../api/overview.js';
import { attentionOf } from './attention.js';

const service: ServiceSeen = {
  name: 'booking',
  state: 'ready',
  instances: [],
  outbox: { waiting: 0, oldestSeconds: null },
  failed: { waiting: 0, dead: 0 },
  breaks: 0,
};
const subscription: SubscriptionSeen = {
  service: 'booking',
  subscription: 'booking',
  group: 'booking',
  lagRecords: 3,
  lagSeconds: 0.2,
  trend: [],
  members: 1,
  partitions: [],
  state: 'moving',
};
const of = (services: Partial<ServiceSeen>, seen: Partial<SubscriptionSeen> = {}): Overview => ({
  at: '2026-11-25T04:12:08.120Z',
  services: [{ ...service, ...services }],
  subscriptions: [{ ...subscription, ...seen }],
});
const titles = (overview: Overview) => attentionOf(overview).map(({ tone, title }) => `${tone}: ${title}`);

describe('what needs an operator', () => {
  it('is nothing when all is well', () => expect(titles(of({}))).toEqual([]));
  it('is the worst first', () => {
    expect(titles(of({ failed: { waiting: 2, dead: 0 } }, { state: 'nobody', lagSeconds: 75 }))).toEqual([
      'bad: Nobody listens as booking: 3 facts behind, 1 min 15 s',
      'warn: 2 facts wait at booking to be tried again',
    ]);
  });
  it('leads to the failed facts of the service', () => {
    expect(attentionOf(of({ failed: { waiting: 0, dead: 1 } }))).toMatchObject([
      { title: '1 fact failed for good at booking', to: '/failed?service=booking' },
    ]);
  });
  it('tells the troubles of instances, but not the old ones of a service that is silent', () => {
    const instance = {
      instance: 'a',
      host: 'h',
      pid: 1,
      version: '1',
      startedAt: '',
      reportedAt: '',
      state: 'troubled',
    };
    const instances = [
      { ...instance, eventLoopMs: 1, rssBytes: 1, troubles: [{ code: 'kafka_away', message: 'no Kafka' }] },
    ];
    expect(titles(of({ state: 'troubled', instances }))).toEqual(['bad: booking: no Kafka']);
    expect(titles(of({ state: 'silent', instances }))).toEqual(['bad: booking is silent']);
  });
  it.each([
    [{ outbox: { waiting: 1, oldestSeconds: 11 } }, {}, /can’t say its facts: the oldest has waited for 11 s/],
    [{ breaks: 1 }, {}, /1 switch at booking/],
    [{}, { lagSeconds: 11 }, /booking is late/],
    [{}, { state: 'stuck' as const }, /does not move/],
  ])('is also %j %j', (services, seen, title) =>
    expect(titles(of(services, seen))).toEqual([expect.stringMatching(title)]),
  );
});

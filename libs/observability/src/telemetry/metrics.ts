import { attributes, type Attribute } from './attributes.js';

/** `counter`: what has happened; `histogram`: how long or how many each time; `gauge`: how it stands, asked at each export. */
export type MetricKind = 'counter' | 'histogram' | 'gauge';

export interface DeclaredMetric<K extends MetricKind = MetricKind> {
  readonly kind: K;
  /** UCUM. */
  readonly unit: string;
  readonly what: string;
  readonly attributes: readonly Attribute[];
  /** Upper bounds of a histogram's buckets, in its unit. */
  readonly bounds?: readonly number[];
}

const metric =
  <K extends MetricKind>(kind: K, bounds?: readonly number[]) =>
  (unit: string, what: string, ...of: readonly Attribute[]): DeclaredMetric<K> => ({
    kind,
    unit,
    what,
    attributes: of,
    ...(bounds && { bounds }),
  });

const counter = metric('counter');
const gauge = metric('gauge');
const seconds = metric('histogram', [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120]);
const pieces = metric('histogram', [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 4_000]);

/** Every metric of ours there is. */
export const METRICS = {
  'http.server.request.duration': seconds(
    's',
    'requests, from the first header to the end of the answer; live streams are not among them',
    attributes.method,
    attributes.route,
    attributes.status,
  ),
  'ride.rides.ended': counter('{ride}', 'rides that booking has ended, by outcome', attributes.outcome),
  'ride.time_to_first_offer': seconds(
    's',
    'from RideRequested to the first RideOffered of a search, as their event times say',
  ),
  'ride.lag.records': gauge(
    '{record}',
    'records of the subscription’s topics that it has not done, in the partitions of this instance',
    attributes.group,
  ),
  'ride.lag.seconds': gauge(
    's',
    'now less the append time of the oldest record that is neither done nor parked; 0 when there is none',
    attributes.group,
  ),
  'ride.consumer.lag.records': gauge(
    '{record}',
    'the same of the whole group, as the console sees it from outside: also while the service is down',
    attributes.group,
  ),
  'ride.consumer.lag.seconds': gauge(
    's',
    'age of the group’s oldest record that is not committed, as the console sees it from outside; 0 when there is none',
    attributes.group,
  ),
  'ride.facts.heard': counter('{fact}', 'facts that came to handlers for the first time', attributes.group),
  'ride.facts.said': counter('{fact}', 'facts that the relay has brought into the log', attributes.topic),
  'ride.facts.failed': counter(
    '{attempt}',
    'failed attempts, by what becomes of the fact: tried again, or a dead letter',
    attributes.group,
    attributes.fate,
  ),
  'ride.keys.blocked': gauge(
    '{key}',
    'keys that wait for a failed fact, held by dead letters among them; 10,000 at most',
  ),
  'ride.retry.lateness': seconds('s', 'how long after it was due a fact is tried again', attributes.group),
  'ride.outbox.size': gauge('{fact}', 'facts in the outbox at the last look of each second; 10,000 at most'),
  'ride.outbox.age': gauge('s', 'age of the first fact in the outbox at that look; 0 when there is none'),
  'ride.relay.duration': seconds(
    's',
    'rounds of the relay that sent something, from the lock to the last acknowledgement',
  ),
  'ride.relay.batch': pieces('{fact}', 'facts sent in such a round'),
  'ride.unit.duration': seconds(
    's',
    'units of work, each attempt at the transaction',
    attributes.unitKind,
    attributes.error,
  ),
  'ride.unit.batch': pieces('{task}', 'facts, requests or deadlines in a unit of work', attributes.unitKind),
  'ride.deadline.lateness': seconds('s', 'how long after it was due a deadline is found', attributes.row),
  'ride.round.duration': seconds('s', 'matching rounds, of areas with open searches', attributes.area),
  'ride.round.offers': pieces('{offer}', 'offers that such a round made', attributes.area),
  'nodejs.eventloop.delay.p50': gauge('s', 'how late the event loop was since the last export: half of the time'),
  'nodejs.eventloop.delay.p99': gauge('s', '… and at the worst, but for a hundredth of the time'),
  'nodejs.eventloop.delay.max': gauge('s', '… and at the very worst'),
  'v8js.gc.duration': seconds('s', 'collections of garbage', attributes.gcKind),
} as const satisfies Record<string, DeclaredMetric>;

export type MetricName = keyof typeof METRICS;
type OfKind<K extends MetricKind> = {
  [N in MetricName]: (typeof METRICS)[N]['kind'] extends K ? N : never;
}[MetricName];
export type CounterName = OfKind<'counter'>;
export type HistogramName = OfKind<'histogram'>;
export type GaugeName = OfKind<'gauge'>;

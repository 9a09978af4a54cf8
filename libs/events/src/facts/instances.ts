import { EVERY_SERVICE, type FactOf } from '../fact.js';
import { bytes, count, decimal, instant, oneOf, optional, text } from '../fields/kinds.js';
import { topic } from '../topic.js';

/** What runs where, for whoever looks after it: said past the outbox, and worth something for seconds only. */
export const instances = topic('instances.v1', {
  key: 'instanceId',
  cleanup: { deleteAfterHours: 24 },
  partitions: 3,
});

/** `stopped`: it has ended in order, and says nothing more. */
export const InstanceState = oneOf('ready', 'troubled', 'stopped');

export type InstanceReported = FactOf<typeof InstanceReported>;
export const InstanceReported = instances.fact(
  'InstanceReported',
  { what: 'an instance of a service was alive, and told how it is', by: EVERY_SERVICE, change: 'secondary' },
  {
    service: text,
    host: text,
    pid: count,
    version: text,
    startedAt: instant,
    state: InstanceState,
    /** Codes of docs/health.md, separated by commas; none: an empty text. */
    troubles: text,
    eventLoopDelay: decimal('milliseconds'),
    rss: bytes,
    breaks: count,
    outboxOldest: decimal('seconds'),
    outboxRefused: count,
    /** What its database last answered; absent: nothing. The same for all instances of the service. */
    outboxWaiting: optional(count),
    failedWaiting: optional(count),
    failedDead: optional(count),
  },
);

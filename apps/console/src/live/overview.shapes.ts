import { LAG_STATES } from '@ride/messaging';
import { Id, Time } from '@ride/http';
import { z } from 'zod';
import { INSTANCE_STATES, SERVICE_STATES } from './instances.js';

const whole = z.number().int();
const seconds = z.number().meta({ description: 'seconds' });

const Instance = z
  .object({
    instance: Id,
    host: z.string(),
    pid: whole,
    version: z.string(),
    startedAt: Time,
    reportedAt: Time,
    state: z.enum(INSTANCE_STATES).meta({ description: 'silent: nothing was heard of it for 10 s' }),
    troubles: z.array(z.object({ code: z.string().meta({ description: 'see docs/health.md' }), message: z.string() })),
    eventLoopMs: z.number().meta({ description: 'how late its event loop was at worst, in the 2 s before' }),
    rssBytes: whole,
  })
  .meta({ id: 'Instance' });

const ServiceSeen = z
  .object({
    name: z.string(),
    state: z.enum(SERVICE_STATES).meta({ description: 'silent: no instance is heard; troubled: one is not ready' }),
    instances: z.array(Instance),
    outbox: z
      .object({
        waiting: whole.meta({ description: 'facts to be sent; counted each 10 s, up to 100,000' }),
        refused: whole.meta({ description: 'facts that the broker refuses for good' }),
        oldestSeconds: seconds.nullable().meta({ description: 'how long the first has waited; null: not known' }),
      })
      .meta({ description: 'as it was last told' }),
    failed: z.object({
      waiting: whole.meta({ description: 'facts to be tried again; counted each 10 s, up to 100,000' }),
      dead: whole.meta({ description: 'facts that were given up on, up to 100,000' }),
    }),
    breaks: whole.meta({ description: 'handlers that were broken on purpose' }),
  })
  .meta({ id: 'ServiceSeen' });

const Subscription = z
  .object({
    service: z.string(),
    subscription: z.string().meta({ description: 'a service’s handlers, its retries, or one effect' }),
    group: z.string().meta({ description: 'its consumer group in Kafka' }),
    state: z.enum(LAG_STATES).meta({
      description: 'stuck: something waits, and nothing was handled for 30 s; nobody: it has no member',
    }),
    members: whole,
    lagRecords: whole,
    lagSeconds: seconds.meta({ description: 'age of the oldest record that is not handled; 0: there is none' }),
    trend: z
      .array(z.object({ at: Time, lagSeconds: seconds, lagRecords: whole }))
      .meta({ description: 'of the last ten minutes, the worst of each 5 s' }),
    partitions: z.array(
      z.object({
        topic: z.string(),
        partition: whole,
        lagRecords: whole,
        lagSeconds: seconds,
        committed: whole.nullable().meta({ description: 'the next record to be handled; null: none was yet' }),
        end: whole.meta({ description: 'the offset that the next record gets' }),
      }),
    ),
  })
  .meta({ id: 'Subscription' });

export const Overview = z
  .object({
    at: Time,
    lagAt: Time.nullable().meta({
      description: 'when Kafka was last asked for the lag; null: it has not answered yet',
    }),
    services: z.array(ServiceSeen),
    subscriptions: z.array(Subscription),
  })
  .meta({ id: 'Overview' });

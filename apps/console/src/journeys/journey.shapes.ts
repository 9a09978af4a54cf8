import { Time } from '@ride/http';
import { z } from 'zod';

const Id = z.string().min(1).max(200);
const place = { topic: z.string(), partition: z.number().int(), offset: z.string() };
const caused = { id: z.string(), causationId: z.string().nullable(), service: z.string(), at: Time };

const RequestEntry = z.object({
  kind: z.literal('request'),
  ...caused,
  causationId: z.null(),
  request: z.string().nullable().meta({ description: 'method and route; null: a round, a deadline, or not told' }),
});
const FactEntry = z.object({
  kind: z.literal('fact'),
  ...caused,
  type: z.string(),
  ...place,
  key: z.string().nullable(),
  loggedAt: Time.meta({ description: 'by the broker’s clock' }),
  traceId: z.string().nullable(),
  data: z.record(z.string(), z.unknown()).nullable().meta({ description: 'without names, contacts and places' }),
  unreadable: z.string().nullable().meta({ description: 'why nobody can read it; null: it can be read' }),
});
const handling = { subscription: z.string(), handler: z.string() };
const HandledEntry = z.object({
  kind: z.literal('handled'),
  ...caused,
  ...handling,
  attempt: z.number().int(),
  tookMs: z.number().nullable(),
  outcome: z.literal('done'),
});
const RetryEntry = z.object({
  kind: z.literal('retry'),
  ...caused,
  ...handling,
  attempt: z.number().int().meta({ description: 'the one that failed' }),
  dueAt: Time.nullable().meta({ description: 'when the next one was due' }),
  error: z.string().nullable(),
  ...place,
});
const DeadLetterEntry = z.object({
  kind: z.literal('dead-letter'),
  ...caused,
  ...handling,
  attempts: z.number().int(),
  reason: z.string().meta({ description: 'a stable code' }),
  error: z.string(),
  ...place,
  letterId: z.string().nullable().meta({ description: 'its id at /dead-letters; null: ask there by its key' }),
});
export type Entry = z.infer<typeof Entry>;
export const Entry = z
  .discriminatedUnion('kind', [RequestEntry, FactEntry, HandledEntry, RetryEntry, DeadLetterEntry])
  .meta({ id: 'JourneyEntry' });

export type JourneyRide = z.infer<typeof JourneyRide>;
const JourneyRide = z
  .object({
    rideId: z.string(),
    state: z.string(),
    riderId: z.string().nullable(),
    driverId: z.string().nullable(),
    area: z.string().nullable(),
    requestedAt: Time.nullable(),
    endedAt: Time.nullable(),
  })
  .meta({ id: 'JourneyRide' });

export type Journey = z.infer<typeof Journey>;
export const Journey = z
  .object({
    correlationId: Id,
    ride: JourneyRide.nullable(),
    traceIds: z.array(z.string()),
    links: z.object({ trace: z.string().nullable(), logs: z.string().nullable() }),
    entries: z.array(Entry).meta({ description: 'by time; a tree by `causationId`' }),
    isCut: z.boolean().meta({ description: 'there is more than can be shown at once' }),
  })
  .meta({ id: 'Journey' });

export type JourneySummary = z.infer<typeof JourneySummary>;
const JourneySummary = z
  .object({
    correlationId: Id,
    ride: JourneyRide.nullable(),
    startedAt: Time,
    lastAt: Time,
    facts: z.number().int(),
    retries: z.number().int(),
    deadLetters: z.number().int(),
  })
  .meta({ id: 'JourneySummary' });
export const JourneyList = z
  .object({
    journeys: z.array(JourneySummary),
    next: z.string().optional().meta({ description: 'the `cursor` of the next page; absent on the last' }),
  })
  .meta({ id: 'JourneyList' });

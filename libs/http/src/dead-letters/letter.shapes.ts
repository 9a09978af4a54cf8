import { STATUSES } from '@ride/messaging';
import { z } from 'zod';
import { Id, Time } from '../openapi/shapes.js';
import { examples } from './examples.js';

const count = z.number().int();
/** As the database writes it into JSON. */
const Stored = z.iso
  .datetime({ offset: true })
  .meta({ id: 'TimeWithOffset', examples: ['2026-11-25T04:12:08.120+00:00'] });
const summary = {
  id: z.string().meta({ description: 'its number in this service' }),
  status: z.enum(STATUSES),
  subscription: z.string().meta({ description: 'the service, or <service>.<effect>' }),
  handler: z.string(),
  fact: z.string().meta({ description: 'empty when the record names none' }),
  topic: z.string().meta({ description: 'where it came from' }),
  partition: count,
  offset: z.string(),
  key: z.string().meta({ description: 'as text; other bytes as 0x…' }),
  eventId: z.string(),
  eventTime: Time,
  attempts: count.meta({ description: 'failed ones' }),
  code: z.string().meta({ description: 'what kind of failure' }),
  error: z.string().nullable(),
  failedAt: Time,
  lastFailedAt: Time,
  diedAt: Time.nullable(),
  keyIs: z.enum(['held', 'waiting', 'open']).meta({ description: 'open: its later facts go on without it' }),
  overtakenBy: count.meta({ description: 'facts of its key that have been handled since the key was released' }),
};
export const LetterSummary = z.object(summary).meta({ id: 'DeadLetterSummary' });
export const LetterList = z
  .object({
    letters: z.array(LetterSummary),
    next: z.string().nullable().meta({ description: '`before` of the next page; null on the last' }),
  })
  .meta({ id: 'DeadLetterList', examples: [examples.letters] });

const HistoryEntry = z.object({
  attempt: count.optional(),
  at: Stored,
  code: z.string(),
  error: z.string().nullable(),
  who: z.string().optional(),
});
const RepairOfLetter = z.object({
  repair: Id,
  kind: z.string(),
  who: z.string(),
  at: Stored,
  reason: z.string().nullable(),
  outcome: z.string().nullable().meta({ description: 'null: its turn has not come' }),
  doneAt: Stored.nullable(),
  became: z.string().nullable().meta({ description: 'the edited copy' }),
});
export const Letter = z
  .object({
    ...summary,
    value: z
      .union([
        z.object({ json: z.unknown() }),
        z.object({ hex: z.string(), reason: z.string() }),
        z.object({ absent: z.literal(true) }),
      ])
      .meta({ description: 'decoded, or its bytes and why they can’t be read' }),
    headers: z.array(z.object({ name: z.string(), value: z.string() })),
    history: z.array(HistoryEntry),
    lastOvertakenAt: Time.nullable(),
    waitingBehind: count.meta({ description: 'facts of its key that wait behind it' }),
    deadBefore: count.meta({ description: 'dead ones that stand before it' }),
    inPlaceOf: z.string().nullable().meta({ description: 'of an edited copy: at whose place it stands' }),
    repairs: z.array(RepairOfLetter),
  })
  .meta({ id: 'DeadLetter', examples: [examples.letter] });
export const LetterGroups = z
  .array(
    z
      .object({
        ...{ subscription: z.string(), handler: z.string(), fact: z.string(), code: z.string() },
        ...{ count, keys: count, first: Time, last: Time },
        error: z.string().nullable().meta({ description: 'of the newest' }),
        newest: z.string(),
      })
      .meta({ id: 'DeadLetterGroup' }),
  )
  .meta({ examples: [examples.groups] });

import { BREAK_KINDS } from '@ride/messaging';
import { z } from 'zod';
import { Id, Time } from '../openapi/shapes.js';

const breakId = '6f2c3fd5-0c1a-8d5e-a3f4-1c8d2a5b7e90';
const made = {
  ...{ breakId, handler: 'BookingHandlers.follow', kind: 'fail', times: 3, key: null, delayMs: null },
  ...{ since: '2026-11-29T08:12:08.120Z', hits: 1 },
} as const;

export const MadeBreak = z
  .object({
    breakId: Id,
    handler: z.string(),
    kind: z.enum(BREAK_KINDS),
    times: z.number().int().nullable().meta({ description: 'attempts that it breaks; null: all' }),
    key: z.string().nullable().meta({ description: 'null: of every key' }),
    delayMs: z.number().int().nullable().meta({ description: 'how long a slow handler waits before it begins' }),
    since: Time,
    hits: z.number().int().meta({ description: 'attempts that it has broken, of all instances' }),
  })
  .meta({ id: 'Break', examples: [made] });

export const BreakList = z
  .object({
    handlers: z
      .array(z.object({ subscription: z.string(), handler: z.string(), fact: z.string() }))
      .meta({ description: 'that can be broken, and the facts that they hear' }),
    subscriptions: z.array(z.string()).meta({ description: 'whose consumers can be paused' }),
    topics: z.array(z.string()).meta({ description: 'that can be poisoned' }),
    breaks: z
      .array(MadeBreak)
      .meta({ description: 'the oldest first; one that has hit as often as it may breaks no more' }),
    paused: z.array(z.string()).meta({ description: 'subscriptions whose consumers are paused' }),
  })
  .meta({
    id: 'BreakList',
    examples: [
      {
        handlers: [{ subscription: 'booking', handler: 'BookingHandlers.follow', fact: 'RideRequested' }],
        ...{ subscriptions: ['booking'], topics: ['rides.v1'], breaks: [made], paused: [] },
      },
    ],
  });

export const SentPoison = z
  .object({
    topic: z.string(),
    key: z.string(),
    fact: z.string().meta({ description: 'what the record says that it is; its bytes are no fact' }),
    factId: Id,
  })
  .meta({
    id: 'Poison',
    examples: [
      { topic: 'rides.v1', key: '01a21044-98be-71cf-a7d5-4bb8552fbabf', fact: 'RideRequested', factId: breakId },
    ],
  });

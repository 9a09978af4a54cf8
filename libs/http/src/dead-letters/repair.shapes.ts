import { z } from 'zod';
import { Id, Time } from '../openapi/shapes.js';
import { examples } from './examples.js';

const count = z.number().int();

export const Plan = z
  .object({
    total: count,
    keys: count,
    ids: z.array(z.string()).meta({ description: 'the first ones, in the order in which they would go' }),
    through: z.string().meta({ description: 'the topic that carries what is put back' }),
    ways: z.array(
      z.object({
        ...{ subscription: z.string(), handler: z.string(), fact: z.string(), topic: z.string() },
        ...{ count, keys: count },
      }),
    ),
    warnings: z.array(
      z.object({
        code: z.enum(['overtaken', 'earlier_left_out', 'held_by_another', 'others_wait_behind', 'in_another_repair']),
        keys: count,
        facts: count,
      }),
    ),
  })
  .meta({ id: 'RepairPlan', examples: [examples.plan] });

export const Repair = z
  .object({
    id: Id,
    kind: z.enum(['replay', 'discard', 'release', 'edit']),
    filter: z.unknown().meta({ description: 'what it is about, as it was asked for' }),
    reason: z.string().nullable(),
    who: z.string().meta({ description: 'the operator' }),
    at: Time,
    rate: z.number().nullable().meta({ description: 'facts per second' }),
    limit: count.nullable(),
    acceptOvertaken: z.boolean(),
    status: z.enum(['running', 'done', 'cancelled']),
    cancelledBy: z.string().nullable(),
    finishedAt: Time.nullable(),
    trouble: z.string().nullable().meta({ description: 'why its steps could not be done at the last try' }),
    total: count.meta({ description: 'facts that it is about' }),
    done: count.meta({ description: 'how many of them it has dealt with' }),
    outcomes: z.record(z.string(), count).meta({ description: 'steps by what became of them' }),
    since: z
      .object({ handled: count, waiting: count, deadAgain: count })
      .meta({ description: 'of those put back: handled meanwhile, still in their queues, dead again' }),
  })
  .meta({ id: 'Repair', examples: [examples.repair] });
export const RepairList = z
  .object({
    repairs: z.array(Repair),
    next: z.string().nullable().meta({ description: '`before` of the next page; null on the last' }),
  })
  .meta({ id: 'RepairList', examples: [examples.repairs] });

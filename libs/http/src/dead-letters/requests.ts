import { STATUSES, type Selection } from '@ride/messaging';
import { z } from 'zod';

/** A dead letter's number in its service. */
export const LetterId = z.string().regex(/^[1-9]\d{0,17}$/, 'is the number of a dead letter, such as 42');
// PostgreSQL's texts have no NUL.
const Text = z
  .string()
  .min(1)
  .max(1000)
  .regex(/^[^\0]*$/, 'has no NUL');
const Time = z.iso.datetime({ offset: true }).meta({ examples: ['2026-11-25T04:00:00Z'] });

const Filter = z.strictObject({
  subscription: Text.optional().meta({ description: 'the service, or <service>.<effect>' }),
  handler: Text.optional().meta({ examples: ['BookingHandlers.accept'] }),
  fact: Text.optional().meta({ examples: ['RideAccepted'] }),
  topic: Text.optional().meta({ examples: ['rides.v1'] }),
  code: Text.optional().meta({ description: 'what kind of failure', examples: ['handler_failed'] }),
  key: Text.optional().meta({ description: 'as text, or bytes as 0x…' }),
  from: Time.optional().meta({ description: 'last failed at this time or later' }),
  to: Time.optional().meta({ description: 'last failed before this time' }),
  text: Text.optional().meta({ description: 'somewhere in the error or in the value' }),
});

export type Listed = z.infer<typeof Listed>;
export const Listed = Filter.extend({ status: z.enum([...STATUSES, 'all']).default('dead') });
export type LetterPage = z.infer<typeof LetterPage>;
export const LetterPage = Listed.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: LetterId.optional().meta({ description: '`next` of the page before' }),
});
export type RepairPage = z.infer<typeof RepairPage>;
export const RepairPage = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.uuid().optional(),
});

const Chosen = z.strictObject({
  ids: z.array(LetterId).min(1).max(1000).optional(),
  filter: Filter.optional(),
  all: z.literal(true).optional(),
  limit: z
    .number()
    .int()
    .min(1)
    .max(2_000_000_000)
    .optional()
    .meta({ description: 'at most so many, those that stand first' }),
  rate: z.number().positive().max(1_000_000).optional().meta({ description: 'facts per second' }),
  dryRun: z.boolean().default(false).meta({ description: 'only tell what would go where' }),
});
interface Chosen {
  readonly ids?: readonly string[] | undefined;
  readonly filter?: object | undefined;
  readonly all?: true | undefined;
}
const isOne = ({ ids, filter, all }: Chosen): boolean =>
  [ids, filter, all].filter((given) => given !== undefined).length === 1 && Object.keys(filter ?? { all }).length > 0;
const ONE = 'Say exactly one of ids, filter (not empty) and all: true.';

export type Replay = z.infer<typeof Replay>;
export const Replay = Chosen.extend({
  reason: Text.optional(),
  acceptOvertaken: z
    .boolean()
    .default(false)
    .meta({ description: 'also those of whose keys later facts have been handled; the dry run tells which' }),
})
  .refine(isOne, ONE)
  .meta({
    examples: [{ filter: { handler: 'BookingHandlers.accept', code: 'handler_failed' }, rate: 200, dryRun: true }],
  });

export type Discard = z.infer<typeof Discard>;
export const Discard = Chosen.extend({ reason: Text })
  .refine(isOne, ONE)
  .meta({ examples: [{ ids: ['42'], reason: 'a test ride of the day before the launch' }] });

export type Release = z.infer<typeof Release>;
export const Release = Chosen.extend({ reason: Text.optional() })
  .refine(isOne, ONE)
  .meta({ examples: [{ filter: { key: '01a21044-98be-71cf-a7d5-4bb8552fbabf' }, reason: 'the rider waits' }] });

export type Edit = z.infer<typeof Edit>;
export const Edit = z
  .strictObject({
    data: z.record(z.string(), z.unknown()).meta({ description: 'the whole fact' }),
    fact: Text.optional().meta({ description: 'which fact it is, when the record does not say so' }),
    reason: Text.optional(),
    acceptOvertaken: z.boolean().default(false),
  })
  .meta({
    examples: [{ data: { rideId: '01a21044-98be-71cf-a7d5-4bb8552fbabf', stars: 5 }, reason: 'stars were 50' }],
  });

export function selectionOf({ ids, filter }: Chosen): Selection {
  if (ids !== undefined) return { ids };
  return filter === undefined ? { all: true } : { filter };
}

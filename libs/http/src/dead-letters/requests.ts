import { STATUSES, type Selection } from '@ride/messaging';
import { z } from 'zod';
import { textUpTo } from '../validation.js';

/** A dead letter's number in its service. */
export const LetterId = z.string().regex(/^[1-9]\d{0,17}$/, 'is the number of a dead letter, such as 42');
const Text = textUpTo(1000);
const Time = z.iso
  .datetime({ offset: true })
  // PostgreSQL knows no offsets of more than 15 hours, JavaScript does.
  .transform((text) => new Date(text).toISOString())
  .meta({ examples: ['2026-11-25T04:00:00Z'] });

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

const How = z.strictObject({
  limit: z
    .number()
    .int()
    .min(1)
    .max(2_000_000_000)
    .optional()
    .meta({ description: 'at most so many, those that stand first' }),
  rate: z.number().min(0.001).max(1_000_000).optional().meta({ description: 'facts per second' }),
  dryRun: z.boolean().default(false).meta({ description: 'only tell what would go where' }),
});
const notEmpty = (filter: z.infer<typeof Filter>) => Object.keys(filter).length > 0;
const ids = z.array(LetterId).min(1).max(1000);
const filter = Filter.refine(notEmpty, 'is empty: say all: true for all').meta({ minProperties: 1 });

/** Which letters: exactly one of `ids`, `filter` and `all`. */
function chosenBy<Shape extends z.ZodRawShape>(how: z.ZodObject<Shape>) {
  return z.union(
    [how.extend({ ids }), how.extend({ filter }), how.extend({ all: z.literal(true) })],
    'Say exactly one of ids, filter (not empty) and all: true.',
  );
}

export type Replay = z.infer<typeof Replay>;
export const Replay = chosenBy(
  How.extend({
    reason: Text.optional(),
    acceptOvertaken: z
      .boolean()
      .default(false)
      .meta({ description: 'also those of whose keys later facts have been handled; the dry run tells which' }),
  }),
).meta({
  examples: [{ filter: { handler: 'BookingHandlers.accept', code: 'handler_failed' }, rate: 200, dryRun: true }],
});

export type Discard = z.infer<typeof Discard>;
export const Discard = chosenBy(How.extend({ reason: Text })).meta({
  examples: [{ ids: ['42'], reason: 'a test ride of the day before the launch' }],
});

export type Release = z.infer<typeof Release>;
export const Release = chosenBy(How.extend({ reason: Text.optional() })).meta({
  examples: [{ filter: { key: '01a21044-98be-71cf-a7d5-4bb8552fbabf' }, reason: 'the rider waits' }],
});

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

type Chosen =
  { readonly ids: readonly string[] } | { readonly filter: z.infer<typeof Filter> } | { readonly all: true };

export function selectionOf(chosen: Chosen): Selection {
  if ('ids' in chosen) return { ids: chosen.ids };
  return 'filter' in chosen ? { filter: chosen.filter } : { all: true };
}

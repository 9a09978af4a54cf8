import { z } from 'zod';
import { Uuid, textUpTo } from '../validation.js';

/** A minute: an effect that is slower has missed its deadline anyhow. */
const LONGEST_DELAY_MS = 60_000;

const which = {
  handler: textUpTo(200).meta({ description: 'class and method', examples: ['BookingHandlers.follow'] }),
  times: z.number().int().min(1).max(1_000_000).optional().meta({ description: 'attempts; absent: all from now on' }),
  key: textUpTo(1000).optional().meta({ description: 'facts of this key only, such as a rideId' }),
};

export type NewBreak = z.infer<typeof NewBreak>;
export const NewBreak = z
  .union(
    [
      z.strictObject({ ...which, kind: z.enum(['fail', 'fail_for_good']) }),
      z.strictObject({
        ...which,
        kind: z.literal('slow'),
        delayMs: z.number().int().min(1).max(LONGEST_DELAY_MS).meta({ description: 'milliseconds before it begins' }),
      }),
    ],
    'Say handler and kind: fail, fail_for_good, or slow with delayMs.',
  )
  .meta({ examples: [{ handler: 'BookingHandlers.follow', kind: 'fail', times: 3 }] });

export type NewPoison = z.infer<typeof NewPoison>;
export const NewPoison = z
  .strictObject({
    topic: textUpTo(200).meta({ description: 'one that the service hears', examples: ['rides.v1'] }),
    key: textUpTo(1000).optional().meta({ description: 'whose facts wait behind it; absent: nobody’s' }),
  })
  .meta({ examples: [{ topic: 'rides.v1' }] });

export const BreakId = Uuid;
export const Subscription = textUpTo(200).meta({ examples: ['booking'] });

import { TROUBLES, type Report, type TroubleCode } from '@ride/messaging';
import { z } from 'zod';
import { Time } from '../openapi/shapes.js';

const Trouble = z
  .object({
    code: z.enum(Object.keys(TROUBLES) as TroubleCode[]),
    part: z.string(),
    since: Time,
    what: z.string(),
    todo: z.string(),
  })
  .meta({ id: 'Trouble', description: 'something that keeps a part of the service from its work' });

/** What the probes tell. */
export type ShownReport = z.infer<typeof ShownReport>;
export const ShownReport = z.object({
  troubles: z.array(Trouble),
  figures: z
    .record(z.string(), z.record(z.string(), z.number().nullable()))
    .meta({ description: 'counts, and ages in milliseconds, by the name of the part' }),
});
export const Health = ShownReport.extend({ status: z.literal('up') }).meta({ id: 'Health' });

/** A report as the probes answer with it. */
export function shown({ troubles, figures }: Report): ShownReport {
  return {
    troubles: troubles.map(({ code, part, since, what }) => ({
      code,
      part,
      since: new Date(since).toISOString(),
      what,
      todo: TROUBLES[code].todo,
    })),
    figures: { ...figures },
  };
}

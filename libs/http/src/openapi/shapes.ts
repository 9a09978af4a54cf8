import { z } from 'zod';

/** Shapes that answers of many routes are made of. */
export const Id = z.uuid().meta({ id: 'Id', examples: ['01a21044-98be-71cf-a7d5-4bb8552fbabf'] });
/** ISO 8601, UTC. */
export const Time = z.iso
  .datetime()
  .meta({ id: 'Time', description: 'ISO 8601, UTC', examples: ['2026-11-25T04:12:08.120Z'] });
export const Money = z
  .object({
    minor: z.number().int().meta({ description: 'in the currency’s minor unit: cents of USD' }),
    currency: z.string().length(3).meta({ description: 'ISO 4217' }),
  })
  .meta({ id: 'Money', examples: [{ minor: 1240, currency: 'USD' }] });

import { Place } from '@ride/geo';
import { z } from 'zod';

const given = (description: string) => z.number().nullish().meta({ description });

/** A point as it is sent: of the right shape. Whether it can be used is said of each one, not of the batch. */
export const GivenPoint = z
  .object({
    lat: z.number().nullable().meta({ description: 'WGS 84, degrees, −90 to 90' }),
    lng: z.number().nullable().meta({ description: 'WGS 84, degrees, −180 to 180' }),
    time: z
      .string()
      .nullish()
      .meta({ description: 'when the driver was there, ISO 8601 with the offset from UTC; without it: now' }),
    heading: given('degrees clockwise from north, 0 to 360'),
    speed: given('metres per second, 0 to 150'),
    accuracy: given('radius in metres within which the driver most likely is'),
  })
  .meta({ id: 'Point', examples: [{ lat: 40.758, lng: -73.9855, heading: 90, time: '2026-11-25T04:12:08.120Z' }] });
export type GivenPoint = z.infer<typeof GivenPoint>;

const Usable = Place.extend({
  time: z.iso
    .datetime({ offset: true })
    .transform((text) => Date.parse(text))
    .optional(),
  heading: z.number().min(0).max(360).optional(),
  speed: z.number().min(0).max(150).optional(),
  accuracy: z.number().min(0).optional(),
});

/** A point that can be used. `time`: UTC milliseconds, by the phone's clock. */
export type Point = z.infer<typeof Usable>;

/** What stands in the point as null counts as left out. */
export function pointOf(given: GivenPoint): Point | undefined {
  const told = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  return Usable.safeParse(told).data;
}

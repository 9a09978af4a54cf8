import { z } from 'zod';

/** A point on the earth, WGS 84 degrees. */
export const Place = z
  .object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) })
  .meta({ id: 'Place', description: 'WGS 84, degrees', examples: [{ lat: 40.758, lng: -73.9855 }] });
export type Place = z.infer<typeof Place>;

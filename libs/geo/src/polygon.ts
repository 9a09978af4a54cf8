import { z } from 'zod';
import type { Place } from './place.js';

const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const Ring = z
  .array(Position)
  .min(4)
  .refine(
    (ring) => ring[0]?.[0] === ring.at(-1)?.[0] && ring[0]?.[1] === ring.at(-1)?.[1],
    'a ring ends with the position it begins with',
  );

/** A GeoJSON Polygon (RFC 7946, 3.1.6): [longitude, latitude]; the first ring is the outline, others are holes. */
export const Polygon = z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) });
export type Polygon = z.infer<typeof Polygon>;

/** Even-odd rule: a ray to the east crosses the rings an odd number of times. Not for polygons over the antimeridian. */
export function contains(polygon: Polygon, { lat, lng }: Place): boolean {
  let inside = false;
  for (const ring of polygon.coordinates) {
    for (const [i, [x1, y1]] of ring.entries()) {
      const next = ring[i + 1];
      if (next === undefined) continue;
      const [x2, y2] = next;
      if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

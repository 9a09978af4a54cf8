import { z } from 'zod';
import { distanceMetres } from './distance.js';
import type { Place } from './place.js';

/** How one drives in an area: road metres per metre as the crow flies, and road metres per second. */
export const Traffic = z.strictObject({
  roadFactor: z.number().min(1).max(5),
  metresPerSecond: z.number().positive().max(60),
});
export type Traffic = z.infer<typeof Traffic>;

/**
 * Medians of 23,000 taxi trips of a weekday morning in New York (TLC trip records, 2013-03-01, 08:00 to 12:00): metered
 * over great-circle distance, and metered distance over duration.
 */
const CITY: Traffic = { roadFactor: 1.26, metresPerSecond: 4.1 };

/** Estimated distance by road, in whole metres. */
export function roadMetres(a: Place, b: Place, { roadFactor }: Pick<Traffic, 'roadFactor'> = CITY): number {
  return Math.round(distanceMetres(a, b) * roadFactor);
}

/** Estimated driving time in whole seconds. */
export function travelSeconds(a: Place, b: Place, { roadFactor, metresPerSecond }: Traffic = CITY): number {
  return Math.round((distanceMetres(a, b) * roadFactor) / metresPerSecond);
}

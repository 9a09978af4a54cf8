import { z } from 'zod';
import { Polygon } from './polygon.js';
import { Tariff } from './tariff.js';
import { Traffic } from './travel.js';

const known = (kind: 'timeZone' | 'currency') => {
  const values = new Set(Intl.supportedValuesOf(kind));
  return (value: string) => values.has(value);
};

/** Where rides can begin, and what holds there. */
export const ServiceArea = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  timeZone: z.string().refine(known('timeZone'), 'is no IANA time zone, such as America/New_York'),
  currency: z.string().refine(known('currency'), 'is no ISO 4217 code, such as USD'),
  traffic: Traffic,
  tariff: Tariff,
  polygon: Polygon,
});
export type ServiceArea = z.infer<typeof ServiceArea>;

export const ServiceAreas = z
  .array(ServiceArea)
  .min(1)
  .refine((areas) => new Set(areas.map(({ id }) => id)).size === areas.length, 'two areas have one id');

import type { FactOf } from '../fact.js';
import { text, version } from '../fields/kinds.js';
import { topic } from '../topic.js';
import { contact, rating } from './people.js';

export const riders = topic('riders.v1', { key: 'riderId', cleanup: 'compact', partitions: 12 });

const profile = { name: text, contact, rating, version };

export type RiderRegistered = FactOf<typeof RiderRegistered>;
export const RiderRegistered = riders.fact(
  'RiderRegistered',
  { what: 'a rider joined', by: 'rider', change: 'secondary' },
  profile,
);

export type RiderProfileChanged = FactOf<typeof RiderProfileChanged>;
export const RiderProfileChanged = riders.fact(
  'RiderProfileChanged',
  { what: 'a rider changed their profile', by: 'rider', change: 'secondary' },
  profile,
);

export type RiderRatingChanged = FactOf<typeof RiderRatingChanged>;
export const RiderRatingChanged = riders.fact(
  'RiderRatingChanged',
  { what: "a rider's rating changed", by: 'rider', change: 'secondary' },
  profile,
);

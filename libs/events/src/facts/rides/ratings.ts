import type { FactOf } from '../../fact.js';
import { count, uuid } from '../../fields/kinds.js';
import { rides } from './topic.js';

// Comments stay in the database of who heard them.
const stars = { raterId: uuid, ratedId: uuid, stars: count };

export type DriverRated = FactOf<typeof DriverRated>;
export const DriverRated = rides.fact(
  'DriverRated',
  { what: 'the rider gave the driver 1 to 5 stars', by: 'rider', change: 'secondary' },
  stars,
);

export type RiderRated = FactOf<typeof RiderRated>;
export const RiderRated = rides.fact(
  'RiderRated',
  { what: 'the driver gave the rider 1 to 5 stars', by: 'driver', change: 'secondary' },
  stars,
);

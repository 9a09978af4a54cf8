import type { FactOf } from '../fact.js';
import { decimal, optional, place, text } from '../fields/kinds.js';
import { topic } from '../topic.js';

export const driverLocations = topic('driver-locations.v1', {
  key: 'driverId',
  cleanup: { deleteAfterHours: 1 },
  partitions: 12,
});

export type DriverMoved = FactOf<typeof DriverMoved>;
export const DriverMoved = driverLocations.fact(
  'DriverMoved',
  { what: 'a driver was here', by: 'driver', change: 'secondary' },
  {
    location: place,
    heading: optional(decimal('degrees')),
    speed: optional(decimal('metres per second')),
    accuracy: optional(decimal('metres')),
    area: text,
  },
);

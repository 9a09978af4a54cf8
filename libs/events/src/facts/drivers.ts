import type { FactOf } from '../fact.js';
import { text, version } from '../fields/kinds.js';
import { topic } from '../topic.js';
import { contact, rating } from './people.js';
import { VehicleClass } from './vehicle-class.js';

export const drivers = topic('drivers.v1', { key: 'driverId', cleanup: 'compact', partitions: 12 });

const profile = { name: text, vehicle: text, plate: text, vehicleClass: VehicleClass, contact, rating, version };

export type DriverRegistered = FactOf<typeof DriverRegistered>;
export const DriverRegistered = drivers.fact(
  'DriverRegistered',
  { what: 'a driver joined', by: 'driver', change: 'secondary' },
  profile,
);

export type DriverProfileChanged = FactOf<typeof DriverProfileChanged>;
export const DriverProfileChanged = drivers.fact(
  'DriverProfileChanged',
  { what: 'a driver changed their profile', by: 'driver', change: 'secondary' },
  profile,
);

export type DriverRatingChanged = FactOf<typeof DriverRatingChanged>;
export const DriverRatingChanged = drivers.fact(
  'DriverRatingChanged',
  { what: "a driver's rating changed", by: 'driver', change: 'secondary' },
  profile,
);

import type { FactOf } from '../fact.js';
import { oneOf, place, text, version } from '../fields/kinds.js';
import { topic } from '../topic.js';
import { VehicleClass } from './vehicle-class.js';

export const driverAvailability = topic('driver-availability.v1', {
  key: 'driverId',
  cleanup: 'compact',
  partitions: 12,
});

export type DriverBecameAvailable = FactOf<typeof DriverBecameAvailable>;
export const DriverBecameAvailable = driverAvailability.fact(
  'DriverBecameAvailable',
  { what: 'a driver is free to take a ride, here', by: 'driver', change: 'primary' },
  { location: place, area: text, vehicleClass: VehicleClass, version },
);

export type DriverBecameUnavailable = FactOf<typeof DriverBecameUnavailable>;
export const DriverBecameUnavailable = driverAvailability.fact(
  'DriverBecameUnavailable',
  { what: 'a driver can no longer be offered rides', by: 'driver', change: 'primary' },
  { reason: oneOf('off_duty', 'booked', 'silent', 'unresponsive'), version },
);

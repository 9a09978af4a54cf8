import type { FactOf } from '../../fact.js';
import { instant, metres, place, seconds, uuid } from '../../fields/kinds.js';
import { rides } from './topic.js';

export type DriverArrived = FactOf<typeof DriverArrived>;
export const DriverArrived = rides.fact(
  'DriverArrived',
  { what: 'the driver is at the pickup', by: 'driver', change: 'primary' },
  { driverId: uuid, offerId: uuid, location: place },
);

export type RiderDidNotShow = FactOf<typeof RiderDidNotShow>;
export const RiderDidNotShow = rides.fact(
  'RiderDidNotShow',
  { what: 'the rider was not there within the waiting time', by: 'driver', change: 'primary' },
  { driverId: uuid, offerId: uuid, waitedSeconds: seconds },
);

export type RiderPickedUp = FactOf<typeof RiderPickedUp>;
export const RiderPickedUp = rides.fact(
  'RiderPickedUp',
  { what: 'the rider is aboard: the PIN was right', by: 'driver', change: 'primary' },
  { driverId: uuid, offerId: uuid },
);

export type RiderDroppedOff = FactOf<typeof RiderDroppedOff>;
export const RiderDroppedOff = rides.fact(
  'RiderDroppedOff',
  { what: 'the rider was set down', by: 'driver', change: 'primary' },
  { driverId: uuid, offerId: uuid, distanceMetres: metres, durationSeconds: seconds, location: place },
);

export type DriverFellSilent = FactOf<typeof DriverFellSilent>;
export const DriverFellSilent = rides.fact(
  'DriverFellSilent',
  { what: 'no position came from the driver of a live ride', by: 'driver', change: 'primary' },
  { driverId: uuid, offerId: uuid, since: instant },
);

export type TripTimedOut = FactOf<typeof TripTimedOut>;
export const TripTimedOut = rides.fact(
  'TripTimedOut',
  { what: 'the trip has gone on for far too long', by: 'booking', change: 'primary' },
  { driverId: uuid },
);

import type { FactOf } from '../../fact.js';
import { instant, money, oneOf, seconds, uuid } from '../../fields/kinds.js';
import { rides } from './topic.js';

export type BookingCreated = FactOf<typeof BookingCreated>;
export const BookingCreated = rides.fact(
  'BookingCreated',
  { what: 'the first valid acceptance in the log became a booking', by: 'booking', change: 'primary' },
  { riderId: uuid, driverId: uuid, offerId: uuid, fare: money, pickupEtaSeconds: seconds },
);

export type RideAcceptanceRefused = FactOf<typeof RideAcceptanceRefused>;
export const RideAcceptanceRefused = rides.fact(
  'RideAcceptanceRefused',
  { what: 'an acceptance did not count', by: 'booking', change: 'primary' },
  {
    offerId: uuid,
    driverId: uuid,
    reason: oneOf('already_booked', 'offer_expired', 'offer_withdrawn', 'ride_ended', 'driver_busy'),
  },
);

export type BookingCancelled = FactOf<typeof BookingCancelled>;
export const BookingCancelled = rides.fact(
  'BookingCancelled',
  { what: 'the driver is off the ride, which looks for another until it expires', by: 'booking', change: 'primary' },
  {
    riderId: uuid,
    driverId: uuid,
    offerId: uuid,
    by: oneOf('driver', 'silence'),
    fee: money,
    expiresAt: instant,
  },
);

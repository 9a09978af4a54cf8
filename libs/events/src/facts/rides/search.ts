import type { FactOf } from '../../fact.js';
import { count, decimal, instant, money, oneOf, optional, place, seconds, text, uuid } from '../../fields/kinds.js';
import { VehicleClass } from '../vehicle-class.js';
import { rides } from './topic.js';

export type RideRequested = FactOf<typeof RideRequested>;
export const RideRequested = rides.fact(
  'RideRequested',
  { what: 'a rider asked for a ride', by: 'rider', change: 'primary' },
  {
    riderId: uuid,
    pickup: place,
    dropoff: place,
    vehicleClass: VehicleClass,
    area: text,
    fareEstimate: money,
    /** What the tariff was multiplied by; without it, 1. */
    surge: optional(decimal('factor')),
    expiresAt: instant,
  },
);

export type RideOffered = FactOf<typeof RideOffered>;
export const RideOffered = rides.fact(
  'RideOffered',
  { what: 'one driver was offered the ride', by: 'matching', change: 'primary' },
  {
    offerId: uuid,
    driverId: uuid,
    round: count,
    pickup: place,
    dropoff: place,
    fareEstimate: money,
    pickupEtaSeconds: seconds,
    expiresAt: instant,
  },
);

export type RideDeclined = FactOf<typeof RideDeclined>;
export const RideDeclined = rides.fact(
  'RideDeclined',
  { what: 'the driver who was offered the ride said no', by: 'driver', change: 'primary' },
  { offerId: uuid, driverId: uuid, reason: optional(text) },
);

export type RideOfferExpired = FactOf<typeof RideOfferExpired>;
export const RideOfferExpired = rides.fact(
  'RideOfferExpired',
  { what: 'the driver who was offered the ride did not answer in time', by: 'matching', change: 'primary' },
  { offerId: uuid, driverId: uuid },
);

export type RideOfferWithdrawn = FactOf<typeof RideOfferWithdrawn>;
export const RideOfferWithdrawn = rides.fact(
  'RideOfferWithdrawn',
  { what: 'the offer was taken back', by: 'matching', change: 'secondary' },
  {
    offerId: uuid,
    driverId: uuid,
    reason: oneOf('ride_booked', 'ride_ended', 'driver_booked', 'driver_unavailable'),
  },
);

export type RideAccepted = FactOf<typeof RideAccepted>;
export const RideAccepted = rides.fact(
  'RideAccepted',
  { what: 'the driver who was offered the ride said yes', by: 'driver', change: 'primary' },
  { offerId: uuid, driverId: uuid },
);

export type SearchExhausted = FactOf<typeof SearchExhausted>;
export const SearchExhausted = rides.fact(
  'SearchExhausted',
  // booking says it (search_overdue) when matching has not, so that no ride hangs.
  { what: 'no driver was found in time', by: ['matching', 'booking'], change: 'primary' },
  { reason: oneOf('no_driver_nearby', 'none_accepted', 'search_overdue') },
);

import type { FactOf } from '../../fact.js';
import { metres, money, oneOf, optional, seconds, text, uuid } from '../../fields/kinds.js';
import { rides } from './topic.js';

export type BookingCompleted = FactOf<typeof BookingCompleted>;
export const BookingCompleted = rides.fact(
  'BookingCompleted',
  { what: 'the ride ended with a trip and a fare', by: 'booking', change: 'primary' },
  {
    riderId: uuid,
    driverId: uuid,
    offerId: uuid,
    area: text,
    fare: money,
    distanceMetres: metres,
    durationSeconds: seconds,
    settledBy: oneOf('meter', 'quote'),
  },
);

export type RideCancelled = FactOf<typeof RideCancelled>;
export const RideCancelled = rides.fact(
  'RideCancelled',
  { what: 'the ride ended without a trip', by: 'booking', change: 'primary' },
  {
    riderId: uuid,
    driverId: optional(uuid),
    area: optional(text),
    by: oneOf('rider', 'no_show', 'operator'),
    fee: money,
  },
);

export type RideUnfulfilled = FactOf<typeof RideUnfulfilled>;
export const RideUnfulfilled = rides.fact(
  'RideUnfulfilled',
  { what: 'the ride ended: nobody was found', by: 'booking', change: 'primary' },
  { riderId: uuid, reason: oneOf('no_driver_nearby', 'none_accepted', 'search_overdue') },
);

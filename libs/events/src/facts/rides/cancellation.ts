import type { FactOf } from '../../fact.js';
import { oneOf, optional, text, uuid } from '../../fields/kinds.js';
import { rides } from './topic.js';

export type RideCancellationRequested = FactOf<typeof RideCancellationRequested>;
export const RideCancellationRequested = rides.fact(
  'RideCancellationRequested',
  { what: 'the rider or the driver wants out', by: ['rider', 'driver'], change: 'primary' },
  { by: oneOf('rider', 'driver'), offerId: optional(uuid), reason: optional(text) },
);

export type RideCancellationRefused = FactOf<typeof RideCancellationRefused>;
export const RideCancellationRefused = rides.fact(
  'RideCancellationRefused',
  { what: 'it was too late to cancel', by: 'booking', change: 'secondary' },
  { by: oneOf('rider', 'driver'), reason: oneOf('rider_aboard', 'ride_ended', 'not_your_ride') },
);

import {
  BookingCancelled,
  BookingCompleted,
  BookingCreated,
  RideAcceptanceRefused,
  RideAccepted,
  RideCancelled,
  RideDeclined,
  RideOffered,
  RideOfferExpired,
  RideOfferWithdrawn,
  RideRequested,
  RideUnfulfilled,
  SearchExhausted,
} from '@ride/events';
import { search } from '../src/search.decider.js';

export const id = (n: number) => `0198a0f0-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const rideId = id(1);
export const riderId = id(2);
export const [ann, bob, cem] = [
  { driverId: id(11), offerId: id(21) },
  { driverId: id(12), offerId: id(22) },
  { driverId: id(13), offerId: id(23) },
];
export const fee = { minor: 0, currency: 'USD' };
export const trip = {
  pickup: { lat: 40.75, lng: -73.98 },
  dropoff: { lat: 40.7, lng: -74 },
  fareEstimate: { minor: 1500, currency: 'USD' },
};
export const OFFER = 15_000;
export const SEARCH = 180_000;
export const rules = { offerMs: OFFER, offersAtOnce: 1 };
export const one = search(rules);
export const two = search({ ...rules, offersAtOnce: 2 });

export const request = RideRequested({
  rideId,
  riderId,
  ...trip,
  vehicleClass: 'standard',
  area: 'new-york',
  expiresAt: SEARCH,
});
export const offered = (to: typeof ann, round = 1, expiresAt = OFFER) =>
  RideOffered({ rideId, ...to, round, ...trip, pickupEtaSeconds: 60, expiresAt });
export const offer = (...to: (typeof ann)[]) => ({
  do: 'offer' as const,
  rideId,
  picks: to.map((driver) => ({ ...driver, pickupEtaSeconds: 60 })),
});
export const accepted = (by: typeof ann) => RideAccepted({ rideId, ...by });
export const declined = (by: typeof ann) => RideDeclined({ rideId, ...by });
export const expired = (of: typeof ann) => RideOfferExpired({ rideId, ...of });
export const refused = (by: typeof ann) => RideAcceptanceRefused({ rideId, ...by, reason: 'driver_busy' });
export const withdrawn = (
  from: typeof ann,
  reason: 'ride_booked' | 'ride_ended' | 'driver_booked' | 'driver_unavailable',
) => RideOfferWithdrawn({ rideId, ...from, reason });
export const booked = (by: typeof ann) =>
  BookingCreated({ rideId, riderId, ...by, fare: trip.fareEstimate, pickupEtaSeconds: 60 });
export const left = (by: typeof ann, expiresAt: number) =>
  BookingCancelled({ rideId, riderId, ...by, by: 'driver', fee, expiresAt });
export const exhausted = (reason: 'no_driver_nearby' | 'none_accepted') => SearchExhausted({ rideId, reason });
export const completed = BookingCompleted({
  rideId,
  riderId,
  ...ann,
  area: 'new-york',
  fare: trip.fareEstimate,
  distanceMetres: 5_000,
  durationSeconds: 900,
  settledBy: 'quote',
});
export const cancelled = RideCancelled({ rideId, riderId, by: 'rider', fee });
export const unfulfilled = RideUnfulfilled({ rideId, riderId, reason: 'none_accepted' });
export const ENDINGS = [
  ['completed', completed],
  ['cancelled', cancelled],
  ['unfulfilled', unfulfilled],
] as const;

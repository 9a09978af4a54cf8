import { given } from '@ride/decider';
import {
  BookingCancelled,
  BookingCompleted,
  BookingCreated,
  DriverArrived,
  RideCancellationRefused,
  RideCancellationRequested,
  RideCancelled,
  RideRequested,
  RiderPickedUp,
  RideUnfulfilled,
} from '@ride/events';
import { ride } from '../src/ride.decider.js';

export const DAY = 24 * 3600 * 1000;
export const policy = ride({ ratingMs: 7 * DAY });
export const id = (n: number) => `0198a0f0-0000-7000-8000-00000000000${n}`;
export const [rideId, riderId, driverId, offerId, otherDriverId, otherOfferId] = [1, 2, 3, 4, 5, 6].map(id) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
export const pickup = { lat: 40.75, lng: -73.99 };
export const dropoff = { lat: 40.71, lng: -74 };
export const fare = { minor: 1250, currency: 'USD' };
export const nothing = { minor: 0, currency: 'USD' };
export const wish = {
  rideId,
  riderId,
  pickup,
  dropoff,
  vehicleClass: 'standard',
  area: 'new-york',
  fareEstimate: fare,
  expiresAt: 180_000,
} as const;

export const requested = RideRequested(wish);
export const booked = BookingCreated({ rideId, riderId, driverId, offerId, fare, pickupEtaSeconds: 240 });
export const arrived = DriverArrived({ rideId, driverId, offerId, location: pickup });
export const aboard = RiderPickedUp({ rideId, driverId, offerId });
export const down = { rideId, driverId, offerId, distanceMetres: 5000, durationSeconds: 900, location: dropoff };
export const trip = {
  driverId,
  offerId,
  area: 'new-york',
  fare,
  distanceMetres: 5000,
  durationSeconds: 900,
  settledBy: 'quote',
} as const;
export const completed = BookingCompleted({ rideId, riderId, ...trip });
export const cancelled = RideCancelled({ rideId, riderId, driverId, by: 'rider', fee: nothing });
export const unfulfilled = RideUnfulfilled({ rideId, riderId, reason: 'no_driver_nearby' });
export const wantsOut = RideCancellationRequested({ rideId, by: 'rider' });
export const refused = RideCancellationRefused({ rideId, by: 'rider', reason: 'rider_aboard' });
export const driverLeft = BookingCancelled({
  rideId,
  riderId,
  driverId,
  offerId,
  by: 'driver',
  fee: nothing,
  expiresAt: 400_000,
});

export const asked = given(policy).at(1_000).facts(requested);
export const onTheWay = asked.at(2_000).facts(booked);
export const atThePickup = onTheWay.at(3_000).facts(arrived);
export const riding = atThePickup.at(4_000).facts(aboard);
export const cancel = { do: 'cancel', rideId, riderId } as const;

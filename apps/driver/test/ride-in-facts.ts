import {
  BookingCancelled,
  BookingCompleted,
  BookingCreated,
  DriverArrived,
  DriverFellSilent,
  RideAcceptanceRefused,
  RideAccepted,
  RideCancellationRefused,
  RideCancellationRequested,
  RideCancelled,
  RideDeclined,
  RideOffered,
  RideOfferExpired,
  RideOfferWithdrawn,
  RiderDidNotShow,
  RiderDroppedOff,
  RiderPickedUp,
  RiderRated,
  RideUnfulfilled,
} from '@ride/events';
import { v7 } from 'uuid';

export const TIMES_SQUARE = { lat: 40.758, lng: -73.9855 };
export const WALL_STREET = { lat: 40.706, lng: -74.009 };
export const FARE = { minor: 1250, currency: 'USD' };
export const TRIP = { distanceMetres: 7_000, durationSeconds: 1_200 };

/** A ride, its offer to one driver, and everything that is said about it. */
export class RideInFacts {
  readonly offerId = v7();
  readonly riderId = v7();

  constructor(
    readonly driverId: string = v7(),
    readonly rideId: string = v7(),
  ) {}

  get #about() {
    return { rideId: this.rideId, offerId: this.offerId, driverId: this.driverId };
  }

  /** `expiresAt`: UTC milliseconds. */
  readonly offered = (expiresAt = 15_000) =>
    RideOffered({
      ...this.#about,
      round: 1,
      pickup: TIMES_SQUARE,
      dropoff: WALL_STREET,
      fareEstimate: FARE,
      pickupEtaSeconds: 240,
      expiresAt,
    });
  readonly accepted = () => RideAccepted(this.#about);
  readonly declined = (reason?: string) => RideDeclined({ ...this.#about, reason });
  readonly expired = () => RideOfferExpired(this.#about);
  readonly withdrawn = () => RideOfferWithdrawn({ ...this.#about, reason: 'ride_booked' });
  readonly refused = () => RideAcceptanceRefused({ ...this.#about, reason: 'already_booked' });
  readonly booked = () => BookingCreated({ ...this.#about, riderId: this.riderId, fare: FARE, pickupEtaSeconds: 240 });
  readonly arrived = () => DriverArrived({ ...this.#about, location: TIMES_SQUARE });
  readonly aboard = () => RiderPickedUp(this.#about);
  readonly notThere = (waitedSeconds: number) => RiderDidNotShow({ ...this.#about, waitedSeconds });
  readonly dropped = () => RiderDroppedOff({ ...this.#about, ...TRIP, location: WALL_STREET });
  readonly wantsOut = (reason?: string) =>
    RideCancellationRequested({ rideId: this.rideId, by: 'driver', offerId: this.offerId, reason });
  readonly mayNot = () => RideCancellationRefused({ rideId: this.rideId, by: 'driver', reason: 'rider_aboard' });
  readonly riderMayNot = () => RideCancellationRefused({ rideId: this.rideId, by: 'rider', reason: 'rider_aboard' });
  readonly silent = (since: number) => DriverFellSilent({ ...this.#about, since });
  readonly left = (by: 'driver' | 'silence' = 'driver') =>
    BookingCancelled({
      ...this.#about,
      riderId: this.riderId,
      by,
      fee: { minor: 0, currency: 'USD' },
      expiresAt: 180_000,
    });
  readonly completed = () =>
    BookingCompleted({
      ...this.#about,
      riderId: this.riderId,
      area: 'new-york',
      fare: FARE,
      ...TRIP,
      settledBy: 'quote',
    });
  readonly rated = (stars: number) =>
    RiderRated({ rideId: this.rideId, raterId: this.driverId, ratedId: this.riderId, stars });
  readonly cancelled = () =>
    RideCancelled({ rideId: this.rideId, riderId: this.riderId, driverId: this.driverId, by: 'rider', fee: FARE });
  readonly unfulfilled = () => RideUnfulfilled({ rideId: this.rideId, riderId: this.riderId, reason: 'none_accepted' });
}

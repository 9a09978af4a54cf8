import {
  BookingCancelled,
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
  RideRequested,
  RideUnfulfilled,
  RiderPickedUp,
  SearchExhausted,
  TripTimedOut,
} from '@ride/events';
import { estimateFare } from '@ride/fares';
import { areaById } from '@ride/geo';
import { v7 } from 'uuid';

export const TIMES_SQUARE = { lat: 40.758, lng: -73.9855 };
export const WALL_STREET = { lat: 40.706, lng: -74.009 };
export const NEW_YORK = areaById('new-york');
export const QUOTE = estimateFare(TIMES_SQUARE, WALL_STREET, NEW_YORK, 'standard');
export const NOTHING = { minor: 0, currency: 'USD' };

type Refusal = Parameters<typeof RideAcceptanceRefused>[0]['reason'];

/** An offer of a ride and everything that is said about it. */
export class OfferInFacts {
  readonly offerId = v7();

  constructor(
    readonly rideId: string,
    readonly riderId: string,
    readonly driverId: string = v7(),
  ) {}

  get #about() {
    return { rideId: this.rideId, offerId: this.offerId, driverId: this.driverId };
  }

  readonly offered = (pickupEtaSeconds = 240) =>
    RideOffered({
      ...this.#about,
      round: 1,
      pickup: TIMES_SQUARE,
      dropoff: WALL_STREET,
      fareEstimate: QUOTE.fare,
      pickupEtaSeconds,
      expiresAt: 15_000,
    });
  readonly accepted = () => RideAccepted(this.#about);
  readonly declined = () => RideDeclined(this.#about);
  readonly expired = () => RideOfferExpired(this.#about);
  readonly withdrawn = () => RideOfferWithdrawn({ ...this.#about, reason: 'driver_unavailable' });
  readonly refused = (reason: Refusal) => RideAcceptanceRefused({ ...this.#about, reason });
  readonly booked = (pickupEtaSeconds = 240, fare = QUOTE.fare) =>
    BookingCreated({ ...this.#about, riderId: this.riderId, fare, pickupEtaSeconds });
  readonly leaves = () =>
    RideCancellationRequested({ rideId: this.rideId, by: 'driver', offerId: this.offerId, reason: 'flat_tyre' });
  readonly left = (by: 'driver' | 'silence', expiresAt: number) =>
    BookingCancelled({ ...this.#about, riderId: this.riderId, by, fee: NOTHING, expiresAt });
  readonly arrived = () => DriverArrived({ ...this.#about, location: TIMES_SQUARE });
  readonly notThere = () => RiderDidNotShow({ ...this.#about, waitedSeconds: 300 });
  readonly aboard = () => RiderPickedUp(this.#about);
  readonly dropped = (trip = { distanceMetres: QUOTE.distanceMetres, durationSeconds: QUOTE.durationSeconds }) =>
    RiderDroppedOff({ ...this.#about, ...trip, location: WALL_STREET });
  readonly silent = (since = 0) => DriverFellSilent({ ...this.#about, since });
  readonly timedOut = () => TripTimedOut({ rideId: this.rideId, driverId: this.driverId });
}

/** A ride and everything that is said about it as a whole. */
export class RideInFacts {
  readonly rideId = v7();
  readonly riderId = v7();

  /** `expiresAt`: UTC milliseconds. */
  readonly requested = (expiresAt = 180_000, surge?: number) =>
    RideRequested({
      rideId: this.rideId,
      riderId: this.riderId,
      pickup: TIMES_SQUARE,
      dropoff: WALL_STREET,
      vehicleClass: 'standard',
      area: NEW_YORK.id,
      fareEstimate: QUOTE.fare,
      ...(surge !== undefined && { surge }),
      expiresAt,
    });
  readonly offer = (driverId?: string) => new OfferInFacts(this.rideId, this.riderId, driverId);
  readonly exhausted = (reason: 'none_accepted' | 'search_overdue' = 'none_accepted') =>
    SearchExhausted({ rideId: this.rideId, reason });
  readonly unfulfilled = (reason: 'none_accepted' | 'search_overdue' = 'none_accepted') =>
    RideUnfulfilled({ rideId: this.rideId, riderId: this.riderId, reason });
  readonly riderWantsOut = () => RideCancellationRequested({ rideId: this.rideId, by: 'rider' });
  readonly refused = (by: 'rider' | 'driver', reason: 'rider_aboard' | 'ride_ended' | 'not_your_ride') =>
    RideCancellationRefused({ rideId: this.rideId, by, reason });
  readonly cancelled = (by: 'rider' | 'no_show', minor: number, driverId?: string) =>
    RideCancelled({
      ...{ rideId: this.rideId, riderId: this.riderId, driverId, area: NEW_YORK.id, by },
      fee: { minor, currency: 'USD' },
    });
}

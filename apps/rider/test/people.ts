import type { NewFact } from '@ride/events';
import {
  BookingCancelled,
  BookingCompleted,
  BookingCreated,
  DriverArrived,
  DriverMoved,
  RideCancellationRefused,
  RideCancelled,
  RiderPickedUp,
} from '@ride/events';
import type { Place } from '@ride/geo';
import { eventually, type Answer, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';

export const TIMES_SQUARE = { lat: 40.758, lng: -73.9855 };
export const WALL_STREET = { lat: 40.706, lng: -74.009 };
export const LONDON = { lat: 51.5, lng: -0.12 };
const money = { minor: 1250, currency: 'USD' };
const nothing = { minor: 0, currency: 'USD' };

/** A rider with an app. */
export class Rider {
  readonly id = v7();

  constructor(private readonly service: ServiceUnderTest) {}

  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const token = await this.service.token('rider', this.id);
    return this.service.request(method, path, { token, ...(body !== undefined && { body }) });
  }

  async requests(): Promise<string> {
    const wish = { pickup: TIMES_SQUARE, dropoff: WALL_STREET, vehicleClass: 'standard' };
    const { body } = await this.ask('POST', '/rides', wish);
    return body.rideId as string;
  }

  /** Waits until the rider sees the ride like that. */
  async sees(rideId: string, status: string): Promise<Answer['body']> {
    const look = async () => (await this.ask('GET', `/rides/${rideId}`)).body;
    return eventually(`a ${status} ride`, look, (body) => body.status === status);
  }

  async events(lastEventId?: string) {
    return this.service.events('/events', await this.service.token('rider', this.id), lastEventId);
  }
}

/** What the others say about a ride, with one driver and one offer. */
export class RideOf {
  readonly offerId = v7();

  constructor(
    readonly rider: Rider,
    readonly rideId: string,
    readonly driverId: string = v7(),
  ) {}

  get booked(): NewFact {
    return BookingCreated({ ...this.#all, fare: money, pickupEtaSeconds: 240 });
  }
  get left(): NewFact {
    return BookingCancelled({ ...this.#all, by: 'driver', fee: nothing, expiresAt: Date.now() + 180_000 });
  }
  get arrived(): NewFact {
    return DriverArrived({ ...this.#trip, location: TIMES_SQUARE });
  }
  get aboard(): NewFact {
    return RiderPickedUp(this.#trip);
  }
  get completed(): NewFact {
    const trip = { area: 'new-york', fare: money, distanceMetres: 7000, durationSeconds: 1500 };
    return BookingCompleted({ ...this.#all, ...trip, settledBy: 'quote' });
  }
  get cancelled(): NewFact {
    const { rideId, riderId } = this.#all;
    return RideCancelled({ rideId, riderId, by: 'rider', fee: nothing });
  }
  get refused(): NewFact {
    return RideCancellationRefused({ rideId: this.rideId, by: 'rider', reason: 'rider_aboard' });
  }

  movedTo(location: Place, heading?: number): NewFact {
    return DriverMoved({ driverId: this.driverId, location, heading, area: 'new-york' });
  }

  get #trip() {
    return { rideId: this.rideId, driverId: this.driverId, offerId: this.offerId };
  }
  get #all() {
    return { ...this.#trip, riderId: this.rider.id };
  }
}

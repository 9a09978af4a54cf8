import { distanceMetres, type Place } from '@ride/geo';
import type { Money, Outcome } from '../api/shapes.js';
import type { Trip } from '../trips/trip.js';

/** One ride of the run, as the people in it saw it. Times are milliseconds of performance.now(). */
export interface RideRecord {
  readonly rideId: string;
  readonly trip: Trip;
  readonly riderId: string;
  readonly requestedAt: number;
  /** When the ride was asked for, more drivers were free near than others could be waiting for. */
  readonly driverNear: boolean;
  /** The rider tells the driver the PIN when the rider's app shows that driver. */
  readonly tellPin: (driverId: string, signal: AbortSignal) => Promise<string>;
  /** How many offers and bookings of it drivers' apps have shown. */
  offers: number;
  bookings: number;
  offeredAt?: number;
  bookedAt?: number;
  aboardAt?: number;
  endedAt?: number;
  outcome?: Outcome;
  /** What the rider's app asks for in the end: the fare, or the fee of a cancelled ride. */
  toPay?: Money;
}

/** All rides of the run. Drivers look up here what a rider would tell them, and where the trip goes. */
export class RideBook {
  readonly #rides = new Map<string, RideRecord>();
  /** A driver's stream can be faster than the answer to the rider's request. */
  readonly #early = new Map<string, number>();
  readonly #waiting = new Set<() => void>();
  #asking = 0;

  get all(): readonly RideRecord[] {
    return [...this.#rides.values()];
  }

  /** Rides that have no offer yet, as far as is known, with a pickup within that many metres. */
  waitingNear(place: Place, metres: number): number {
    let count = this.#asking;
    for (const { offeredAt, outcome, trip } of this.#rides.values()) {
      const waits = offeredAt === undefined && outcome === undefined;
      if (waits && distanceMetres(trip.pickup, place) <= metres) count += 1;
    }
    return count;
  }

  /** A rider asks for a ride whose id is not known before `ask` ends. */
  async register(ask: () => Promise<RideRecord | undefined>): Promise<RideRecord | undefined> {
    this.#asking += 1;
    try {
      const ride = await ask();
      if (ride === undefined) return undefined;
      const offeredAt = this.#early.get(ride.rideId);
      if (offeredAt !== undefined) ride.offeredAt = offeredAt;
      this.#early.delete(ride.rideId);
      this.#rides.set(ride.rideId, ride);
      return ride;
    } finally {
      this.#asking -= 1;
      for (const look of this.#waiting) look();
    }
  }

  /** A driver was offered the ride: the first time counts. */
  offered(rideId: string, at: number): void {
    const ride = this.#rides.get(rideId);
    if (ride !== undefined) ride.offeredAt ??= at;
    else if (!this.#early.has(rideId)) this.#early.set(rideId, at);
  }

  /** The ride of an offer; undefined when no rider of this run asked for it. Waits while one is still asking. */
  of(rideId: string): Promise<RideRecord | undefined> {
    return new Promise((resolve) => {
      const look = () => {
        const ride = this.#rides.get(rideId);
        if (ride === undefined && this.#asking > 0) return;
        this.#waiting.delete(look);
        resolve(ride);
      };
      this.#waiting.add(look);
      look();
    });
  }
}

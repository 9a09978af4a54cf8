import type { LiveEvent } from '@ride/client';
import { setTimeout as sleep } from 'node:timers/promises';
import { isOutcome, type RideView, type Status } from '../api/shapes.js';
import type { RideRecord } from '../run/ride-book.js';
import { codeOf, type World } from '../run/world.js';

/** Live updates say what changes; this seldom, a look makes sure that none was missed. */
const LOOK_MS = 30_000;
const PIN_LOOK_MS = 1_000;

/** What shows that it has come so far, also when the steps before it were not seen. */
const ABOARD = new Set<Status>(['aboard', 'completed']);
const BOOKED = new Set<Status>(['booked', 'arrived', ...ABOARD]);

/** What a rider sees of a ride, from the request to its end. */
export class RideWatch {
  #status: Status = 'requested';
  readonly #early: { readonly rideId: string; readonly status: Status }[] = [];
  #ride: RideRecord | undefined;
  #changed = Promise.withResolvers<void>();
  #ended = Promise.withResolvers<void>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly world: World,
    private readonly look: (rideId: string) => Promise<RideView>,
  ) {
    this.#ended.promise.catch(() => undefined);
  }

  /** Resolves when the ride has ended; rejects when the run is broken off. */
  follow(ride: RideRecord): Promise<void> {
    this.#ride = ride;
    for (const { rideId, status } of this.#early) if (rideId === ride.rideId) this.#see(ride, status);
    this.#timer = setInterval(() => this.lookAgain(), LOOK_MS);
    const { signal } = this.world;
    const breakOff = () => this.#ended.reject(signal.reason);
    if (signal.aborted) breakOff();
    signal.addEventListener('abort', breakOff, { once: true });
    return this.#ended.promise.finally(() => signal.removeEventListener('abort', breakOff));
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  heard({ type, data }: LiveEvent<'rider'>): void {
    if (type === 'driver.moved') return;
    if (this.#ride === undefined) this.#early.push(data);
    else if (data.rideId === this.#ride.rideId) this.#see(this.#ride, data.status);
  }

  lookAgain(): void {
    const ride = this.#ride;
    if (ride === undefined || ride.outcome !== undefined) return;
    this.look(ride.rideId).then(
      ({ status }) => this.#see(ride, status),
      (error: unknown) => {
        if (!this.world.signal.aborted) this.world.tally.fail(`rider's look: ${codeOf(error)}`);
      },
    );
  }

  /** Whether the ride came to where `is` holds; false when it ended before. Rejects with the signal's reason. */
  async comesTo(is: (status: Status) => boolean, signal: AbortSignal): Promise<boolean> {
    for (;;) {
      signal.throwIfAborted();
      const changed = this.#changed.promise;
      if (is(this.#status)) return true;
      if (isOutcome(this.#status)) return false;
      await Promise.race([changed, sleep(LOOK_MS, undefined, { signal })]);
    }
  }

  /** The PIN, once the rider's app shows this driver. Rejects with the signal's reason. */
  async pin(driverId: string, signal: AbortSignal): Promise<string> {
    for (;;) {
      signal.throwIfAborted();
      const changed = this.#changed.promise;
      if (this.#ride !== undefined) {
        const { driver, pin } = await this.look(this.#ride.rideId);
        if (driver?.driverId === driverId && pin !== undefined) return pin;
      }
      await Promise.race([changed, sleep(PIN_LOOK_MS, undefined, { signal })]);
    }
  }

  #see(ride: RideRecord, status: Status): void {
    const now = performance.now();
    const { tally } = this.world;
    if (status === this.#status) return;
    this.#status = status;
    tally.changes += 1;
    if (ride.bookedAt === undefined && BOOKED.has(status)) {
      ride.bookedAt = now;
      tally.count('booked');
    }
    if (ride.aboardAt === undefined && ABOARD.has(status)) {
      ride.aboardAt = now;
      tally.count('aboard');
    }
    if (isOutcome(status) && ride.outcome === undefined) {
      ride.outcome = status;
      ride.endedAt = now;
      tally.count('ended');
      this.#ended.resolve();
    }
    this.#changed.resolve();
    this.#changed = Promise.withResolvers<void>();
  }
}

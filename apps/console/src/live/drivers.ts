import { DriverBecameAvailable, DriverBecameUnavailable, DriverMoved } from '@ride/events';
import { Watch, type Watched } from '@ride/messaging';

/** A position that is older says nothing any more. */
const FRESH_MS = 60_000;
/** Drivers of whom it is known where they are; beyond it those heard of longest ago are left out. */
const MOST = 100_000;

export interface SeenDriver {
  readonly driverId: string;
  readonly lat: number;
  readonly lng: number;
  /** Event time, UTC milliseconds. */
  readonly at: number;
}
export type DriverAvailability = 'free' | 'booked';

/** Where drivers are, and whether they are free, as the log says. */
export class Drivers {
  /** In the order in which they were heard of last, by area. */
  readonly #places = new Map<string, SeenDriver & { readonly area: string }>();
  readonly #availability = new Map<string, DriverAvailability>();

  @Watch({ last: FRESH_MS }, DriverMoved)
  moved(facts: readonly Watched<typeof DriverMoved>[]): void {
    for (const { data, time } of facts) this.#note(data.driverId, data.area, data.location, time);
    this.#forget(Date.now());
  }

  /** The topic keeps the last of each driver: all of it is what they are now. */
  @Watch({ last: 'all' }, DriverBecameAvailable, DriverBecameUnavailable)
  available(facts: readonly Watched<typeof DriverBecameAvailable | typeof DriverBecameUnavailable>[]): void {
    for (const { type, data, time } of facts) {
      if (type === 'DriverBecameAvailable') {
        this.#availability.set(data.driverId, 'free');
        this.#note(data.driverId, data.area, data.location, time);
      } else if (data.reason === 'booked') this.#availability.set(data.driverId, 'booked');
      else this.#availability.delete(data.driverId);
    }
  }

  availabilityOf(driverId: string): DriverAvailability | undefined {
    return this.#availability.get(driverId);
  }

  /** Those of the area whose position is fresh. */
  in(area: string, now = Date.now()): readonly SeenDriver[] {
    const seen: SeenDriver[] = [];
    for (const driver of this.#places.values())
      if (driver.area === area && now - driver.at <= FRESH_MS) seen.push(driver);
    return seen;
  }

  #note(
    driverId: string,
    area: string,
    { lat, lng }: { readonly lat: number; readonly lng: number },
    at: number,
  ): void {
    const known = this.#places.get(driverId);
    if (known && known.at > at) return;
    this.#places.delete(driverId);
    this.#places.set(driverId, { driverId, area, lat, lng, at });
  }

  #forget(now: number): void {
    for (const [driverId, { at }] of this.#places) {
      if (now - at <= FRESH_MS && this.#places.size <= MOST) return;
      this.#places.delete(driverId);
    }
  }
}

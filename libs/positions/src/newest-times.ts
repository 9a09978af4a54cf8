import { Injectable } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { PositionConnection } from './connection.js';
import { newestTimeOf } from './position-keys.js';
import { soon } from './soon.js';

/**
 * The time of each driver's newest point, for all instances of the service. Nothing depends on it but order: while Redis is
 * away, or has just lost it, none is known.
 */
@Injectable()
export class NewestTimes {
  constructor(private readonly redis: PositionConnection) {}

  /** A point of that time has come; answers with the newest before it, or null. Times are UTC milliseconds. */
  async advance(driverId: string, time: number): Promise<number | null> {
    if (!this.redis.client.isReady) return null;
    // Twice: by a clock that is ahead it may be that new for longer.
    const keptMs = 2 * settings().rules.positionFreshMs;
    const known = await soon(this.redis.client.advance(this.#keyOf(driverId), time, keptMs));
    return known === null ? null : Number(known);
  }

  /** The point of that time could not be taken after all; `before`: what `advance` has answered. */
  async takeBack(driverId: string, time: number, before: number | null): Promise<void> {
    if (this.redis.client.isReady) await soon(this.redis.client.takeBack(this.#keyOf(driverId), time, before));
  }

  #keyOf(driverId: string): string {
    return newestTimeOf(this.redis.view.service, driverId);
  }
}

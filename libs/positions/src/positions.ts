import { Injectable } from '@nestjs/common';
import { settings } from '@ride/configuration';
import type { Place } from '@ride/geo';
import { telemetry } from '@ride/observability';
import { PositionConnection } from './connection.js';
import type { Around } from './near.script.js';
import { keysOf, type Keys } from './position-keys.js';

export interface Position {
  readonly driverId: string;
  readonly place: Place;
  /** UTC milliseconds. */
  readonly time: number;
}
type PositionIn = Position & { readonly area: string };

/** Positions in one command. */
const CHUNK = 1_000;
/** Redis' GEO sets don't reach the poles (EPSG:3857). */
const NORTHERNMOST = 85.05112878;

/** Where drivers are right now, by area, in Redis, as this service knows it: seconds of freshness, rebuilt from facts. */
@Injectable()
export class Positions {
  constructor(private readonly redis: PositionConnection) {}

  /** Keeps the newest place of each driver; drops what is too old to count. Throws while Redis is away. */
  async note(positions: readonly PositionIn[], now = Date.now()): Promise<void> {
    const since = now - settings().rules.positionFreshMs;
    const newest = new Map<string, PositionIn>();
    for (const position of positions) {
      const { driverId, area, time, place } = position;
      if (time < since || Math.abs(place.lat) > NORTHERNMOST) continue;
      const known = newest.get(`${area} ${driverId}`);
      if (!known || known.time < time) newest.set(`${area} ${driverId}`, position);
    }
    const byArea = Map.groupBy(newest.values(), ({ area }) => area);
    await Promise.all(
      [...byArea].flatMap(([area, all]) =>
        chunks(all).map((some) => this.redis.client.note(this.#keysOf(area), since, some)),
      ),
    );
  }

  /**
   * Drivers of the area whose position is fresh, free or not: the nearest of each place, at most so many, together.
   * Throws while Redis is away.
   */
  async near(area: string, around: readonly Around[], atMost: number, now = Date.now()): Promise<readonly Position[]> {
    const since = now - settings().rules.positionFreshMs;
    const found = await told('near', () => this.redis.client.near(this.#keysOf(area), since, atMost, around));
    const positions: Position[] = [];
    for (let i = 0; i < found.length; i += 4) {
      const [driverId = '', lng, lat, time] = found.slice(i, i + 4);
      positions.push({ driverId, place: { lng: Number(lng), lat: Number(lat) }, time: Number(time) });
    }
    return positions;
  }

  /** Drivers who are not to be found in the area any more, until they move again. Throws while Redis is away. */
  async forget(area: string, driverIds: readonly string[]): Promise<void> {
    if (driverIds.length === 0) return;
    const { places, times } = this.#keysOf(area);
    const ids = [...driverIds];
    await this.redis.client.multi().zRem(places, ids).zRem(times, ids).exec();
  }

  #keysOf(area: string): Keys {
    return keysOf(this.redis.view.service, area);
  }
}

/** A question to Redis, inside what asks it; what it is asked with is not told. */
async function told<T>(operation: string, ask: () => Promise<T>): Promise<T> {
  const span = telemetry()?.beginHere('positions');
  const end = (error?: string): void =>
    span?.end(`redis ${operation}`, { 'db.system.name': 'redis', 'db.operation.name': operation }, error);
  try {
    const answer = await ask();
    end();
    return answer;
  } catch (error) {
    end(error instanceof Error ? error.constructor.name : 'unknown');
    throw error;
  }
}

function chunks<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, i) => all.slice(i * CHUNK, (i + 1) * CHUNK));
}

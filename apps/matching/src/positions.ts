import { Injectable } from '@nestjs/common';
import { settings } from '@ride/configuration';
import type { Place } from '@ride/geo';
import type { Around } from './near.script.js';
import { keysOf } from './position-keys.js';
import { Redis } from './redis.js';

export interface Position {
  readonly driverId: string;
  readonly place: Place;
  /** UTC milliseconds. */
  readonly time: number;
}

/** Positions in one command. */
const CHUNK = 1_000;
/** Redis' GEO sets don't reach the poles (EPSG:3857). */
const NORTHERNMOST = 85.05112878;

/** Where drivers are right now, by area, in Redis: seconds of freshness, rebuilt from facts. */
@Injectable()
export class Positions {
  constructor(private readonly redis: Redis) {}

  /** Keeps the newest place of each driver; drops what is too old to count. Throws while Redis is away. */
  async note(positions: readonly (Position & { readonly area: string })[], now = Date.now()): Promise<void> {
    const since = now - settings().rules.positionFreshMs;
    const newest = new Map<string, Position & { readonly area: string }>();
    for (const position of positions) {
      const { driverId, area, time, place } = position;
      if (time < since || Math.abs(place.lat) > NORTHERNMOST) continue;
      const known = newest.get(`${area} ${driverId}`);
      if (!known || known.time < time) newest.set(`${area} ${driverId}`, position);
    }
    const byArea = Map.groupBy(newest.values(), ({ area }) => area);
    await Promise.all(
      [...byArea].flatMap(([area, all]) =>
        chunks(all).map((some) => this.redis.client.note(keysOf(area), since, some)),
      ),
    );
  }

  /**
   * Drivers of the area whose position is fresh, free or not: the nearest of each place, at most so many, together.
   * Throws while Redis is away.
   */
  async near(area: string, around: readonly Around[], atMost: number, now = Date.now()): Promise<readonly Position[]> {
    const found = await this.redis.client.near(keysOf(area), now - settings().rules.positionFreshMs, atMost, around);
    const positions: Position[] = [];
    for (let i = 0; i < found.length; i += 4) {
      const [driverId = '', lng, lat, time] = found.slice(i, i + 4);
      positions.push({ driverId, place: { lng: Number(lng), lat: Number(lat) }, time: Number(time) });
    }
    return positions;
  }
}

function chunks<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, i) => all.slice(i * CHUNK, (i + 1) * CHUNK));
}

import type { World } from '../world.js';
import { Driver } from './driver.js';
import { placeAt } from './places.js';
import { Rider } from './rider.js';

const RIDERS = ['Ann', 'Ben', 'Cem'];
const DRIVERS = ['Dora', 'Emil', 'Fred', 'Gina'];

/** The people of a world. */
export interface Cast {
  readonly riders: readonly Rider[];
  readonly drivers: readonly Driver[];
}

/** So many riders, and drivers so many metres east of the middle of town. */
export function castOf(world: World, riders: number, driversAt: readonly number[]): Cast {
  return {
    riders: RIDERS.slice(0, riders).map((name, n) => new Rider(world, idOf(1, n), name)),
    drivers: DRIVERS.slice(0, driversAt.length).map(
      (name, n) => new Driver(world, idOf(2, n), name, placeAt(driversAt[n] ?? 0, 0)),
    ),
  };
}

const idOf = (kind: number, n: number) => `0198a0f0-0000-7000-800${kind}-00000000000${n}`;

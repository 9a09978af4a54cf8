import { ShiftRow } from '@ride/driver/parts';
import type { Cast } from '../people/cast.js';
import type { World } from '../world.js';
import { answered } from './answered.js';
import { must } from './check.js';
import { decided } from './decided.js';
import { driven } from './driven.js';
import { earned } from './earned.js';
import { ended } from './ended.js';
import { offered } from './offered.js';
import { paid } from './paid.js';
import { promised } from './promised.js';
import { settled } from './settled.js';

/** What holds when everybody has heard everything and nothing is due any more. */
export function atTheEnd(world: World, cast: Cast): void {
  for (const { rides } of cast.riders)
    for (const ride of rides) {
      const facts = world.log.facts('rides.v1', ride);
      ended(facts);
      answered(facts);
      decided(facts);
      offered(facts);
      driven(facts);
      paid(facts);
      earned(world, ride);
    }
  for (const rider of cast.riders) promised(world, rider);
  settled(world, cast);
  for (const { id, name } of cast.drivers) {
    const shift = world.driver.tables.get(ShiftRow, id)?.state.is;
    must('Nobody who is silent stays available', shift !== 'available', () => name);
  }
}

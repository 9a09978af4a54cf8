import type { Cast } from '../people/cast.js';
import type { World } from '../world.js';
import { everybodyAgrees } from './everybody-agrees.js';
import { isRated } from './is-rated.js';
import { heldByTheirRide } from './held-by-their-ride.js';

/** What holds whenever everybody has heard everything, whatever is under way. */
export function settled(world: World, cast: Cast): void {
  for (const { rides } of cast.riders) for (const ride of rides) everybodyAgrees(world, ride);
  for (const driver of cast.drivers) heldByTheirRide(world, driver);
  isRated(world, cast);
}

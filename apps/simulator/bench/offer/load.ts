import type { Random } from '../../src/random.js';
import type { World } from '../../src/run/world.js';
import type { Trip } from '../../src/trips/trip.js';

export interface Load {
  /** One ride; resolves when it is over. Never rejects: failures are counted. */
  ask(trip: Trip): Promise<void>;
  end(): Promise<void>;
}

export interface Kind {
  /** One sentence for the output. */
  readonly what: string;
  begin(world: World, of: { readonly drivers: number; readonly random: Random }): Promise<Load>;
}

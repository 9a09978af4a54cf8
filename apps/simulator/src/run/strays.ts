import type { Rider } from '../people/rider.js';
import type { Seen } from '../reconciliation/verdict.js';
import { forMany } from './many.js';
import type { Tally } from './tally.js';

const AT_ONCE = 8;

/** Rides that the rider service has of the run's riders though no rider knows of them: they are reconciled too. */
export async function strayRides(riders: readonly Rider[], tally: Tally): Promise<readonly Seen[]> {
  const unknown = (await forMany(riders, AT_ONCE, (rider) => rider.unknownRides())).flat();
  for (const _ of unknown) tally.fail('ride that its rider does not know');
  return unknown.map((rideId) => ({ rideId }));
}

import { setTimeout as wait } from 'node:timers/promises';
import { crashPoints } from '../crash-points.js';
import { faultOf } from '../unit/faults.js';
import type { RunnerContext } from '../unit/runner.js';
import { attempt, UnitFailed, type Around } from '../unit/unit.js';

const MOST_CONFLICTS = 12;

/**
 * Commits what `around` writes and publishes; there are no handlers in it. A conflict makes and runs it anew. Throws what the
 * database throws.
 */
export async function inOneTransaction<W extends { readonly around: Around }>(
  unit: RunnerContext,
  make: () => W,
): Promise<W> {
  for (let conflicts = 1; ; conflicts += 1) {
    const work = make();
    try {
      await crashPoints.reached?.('effect: before it is marked done');
      const { buckets, isQuiet } = await attempt(unit, [], [], work.around);
      await crashPoints.reached?.('unit: after commit');
      unit.wake(buckets, isQuiet);
      return work;
    } catch (error) {
      const cause = error instanceof UnitFailed ? error.cause : error;
      if (faultOf(cause) !== 'conflict' || conflicts === MOST_CONFLICTS) throw cause;
      await wait(Math.random() * 5 * (conflicts - 1));
    }
  }
}

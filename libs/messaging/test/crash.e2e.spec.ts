import { CRASH_POINTS } from '../src/crash-points.js';
import { killsAt } from './crash/kills.js';
import { CrashWorld, type Outcome } from './crash/world.js';

/** As `npm run crash` does it more often. */
describe('a service under load that is killed once at every crash point', () => {
  let world: CrashWorld;
  let outcome: Outcome;

  beforeAll(async () => {
    world = await CrashWorld.open();
    outcome = await world.suffer(killsAt(CRASH_POINTS, 1));
  }, 300_000);
  afterAll(() => world?.close());

  it('handles each fact once and in the order of its key, or lists it as dead; repeats no more than calls, under one key each', () => {
    expect(outcome.breaches).toEqual([]);
  });
});

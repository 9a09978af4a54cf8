import type { Cast } from '../people/cast.js';
import { settled } from '../properties/settled.js';
import { Violation } from '../model/violation.js';
import type { World } from '../world.js';
import { goOn } from './act.js';
import { wait } from './play.js';

/** Far more turns than any world needs. */
const MOST_TURNS = 1_000;
/** Diligent drivers' apps report that often, milliseconds. */
const STEP_MS = 20_000;

/**
 * Everybody hears everything, deadlines pass, and time moves on to the next one, until none is left. Diligent drivers do
 * what comes next until all rides are over, others do nothing any more.
 */
export async function untilQuiet(world: World, cast: Cast, diligent: boolean): Promise<void> {
  let isDriving = diligent;
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    await world.settle(turn);
    settled(world, cast);
    if (await world.makeRounds(await world.matching.areas())) continue;
    if (isDriving && (await allGoOn(world, cast))) continue;
    if (isDriving && areOver(cast)) {
      isDriving = false;
      for (const driver of cast.drivers) if (driver.shift !== 'off_duty') await driver.goOffDuty();
      continue;
    }
    for (const service of world.services) await service.sweep();
    if (world.services.some(({ unsaid }) => unsaid.length > 0)) continue;
    const due = Math.min(...world.services.flatMap(({ due }) => due));
    if (due === Infinity) return;
    const ms = Math.max(1, due - world.clock.now);
    await wait(world, isDriving ? Math.min(ms, STEP_MS) : ms, isDriving ? cast.drivers : []);
  }
  throw new Violation('Nothing hangs', `after ${MOST_TURNS} turns something is still due`);
}

/** Answers whether any of them had something to say. */
async function allGoOn(world: World, cast: Cast): Promise<boolean> {
  if (areOver(cast)) return false;
  for (const driver of cast.drivers) await goOn(driver);
  return world.driver.unsaid.length > 0;
}

function areOver({ riders }: Cast): boolean {
  return riders.every((rider) => rider.rides.every((ride) => rider.isOver(ride)));
}

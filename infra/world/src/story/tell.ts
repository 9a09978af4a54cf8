import { castOf } from '../people/cast.js';
import { always } from '../properties/always.js';
import { atTheEnd } from '../properties/at-the-end.js';
import { Violation } from '../model/violation.js';
import { World } from '../world.js';
import { play } from './play.js';
import { untilQuiet } from './quiet.js';
import type { Story } from './story.js';

/** A story that broke a rule, and what happened in it. */
export interface Broken {
  readonly violation: Violation;
  readonly trace: string;
}

/** Lets the story happen, to its quiet end. Answers what it broke; null: nothing. */
export async function tell({ setting, riders, driversAt, steps, diligent }: Story): Promise<Broken | null> {
  const world = new World(setting, always);
  const cast = castOf(world, riders, driversAt);
  try {
    for (const person of [...cast.riders, ...cast.drivers]) await person.register();
    for (const driver of cast.drivers) await driver.goOnDuty();
    await world.settle(0);
    for (const step of steps) await play(world, cast, step);
    await untilQuiet(world, cast, diligent);
    atTheEnd(world, cast);
    return null;
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    return { violation: error, trace: world.trace.text };
  }
}

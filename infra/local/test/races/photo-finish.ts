import { setTimeout as sleep } from 'node:timers/promises';
import { type Arena } from './arena.js';
import { Lane, PLACES, type Finish } from './lane.js';
import { whileStopped } from './stopped.js';

const BEFORE_MS = 30;
/** Deadlines are looked at four times a second: after so long the next look is overdue. */
const AFTER_MS = 300;
const LATER_MS = 50;
/** Its multiples are spread evenly, however many there are. */
const GOLDEN_RATIO = 0.618034;

/**
 * Races between an acceptance, the expiry of its offer with its search, and a wish to cancel, in heats of so many lanes. The
 * services that say them stand still while the requests are sent and the deadline passes, and then go on together, matching up
 * to 50 ms later from heat to heat, since a request is not so soon at its transaction: what is said first is up to the machine.
 */
export async function photoFinishes(arena: Arena, count: number, lanes: number): Promise<readonly Finish[]> {
  const all = await Promise.all(PLACES.slice(0, lanes).map((place) => Lane.at(arena, place)));
  const finishes: Finish[] = [];
  try {
    for (let nth = 1; finishes.length < count; nth += 1) {
      const laterMs = ((nth * GOLDEN_RATIO) % 1) * LATER_MS;
      finishes.push(...(await heat(arena, all.slice(0, count - finishes.length), laterMs)));
    }
    return finishes;
  } finally {
    for (const lane of all) lane.leave();
  }
}

async function heat({ layout }: Arena, lanes: readonly Lane[], laterMs: number): Promise<readonly Finish[]> {
  const started = (await Promise.all(lanes.map((lane) => lane.start()))).flatMap((each) => each ?? []);
  const times = started.map(({ expiresAt }) => expiresAt);
  await until(Math.min(...times) - BEFORE_MS);
  const sent = await whileStopped(layout, ['matching'], async () => {
    const finishing = await whileStopped(layout, ['driver', 'rider'], async () => {
      const all = started.map((each) => each.finish());
      for (const each of all) each.catch(() => undefined); // told below
      await until(Math.max(...times) + AFTER_MS);
      return all;
    });
    await sleep(laterMs);
    return finishing;
  });
  return Promise.all(sent);
}

function until(time: number): Promise<void> {
  return sleep(Math.max(0, Math.min(time - Date.now(), 60_000)));
}

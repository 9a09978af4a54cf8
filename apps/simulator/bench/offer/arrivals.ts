import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../src/random.js';

/** Asks `count` times, `rate` a second on average, whatever the answers take: as people do (a Poisson process). */
export async function arrivals(count: number, rate: number, random: Random, ask: () => Promise<void>): Promise<void> {
  const asked: Promise<void>[] = [];
  let next = performance.now();
  for (let n = 0; n < count; n++) {
    next += (-Math.log(1 - random.next()) / rate) * 1000;
    const wait = next - performance.now();
    if (wait > 0) await sleep(wait);
    asked.push(ask());
  }
  await Promise.all(asked);
}

/** Asks again when the ride before is over and the services have had a moment to themselves. */
export async function oneByOne(count: number, random: Random, ask: () => Promise<void>): Promise<void> {
  for (let n = 0; n < count; n++) {
    await ask();
    await sleep(80 + 40 * random.next());
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { killNine } from '../../kill-nine.js';
import { type Layout } from '../../layout.js';
import { say } from '../../terminal.js';

/** Drivers are on shift by then, and riders have asked. */
const FIRST_KILL_MS = 15_000;
const BETWEEN_KILLS_MS = 4_000;

/** A process that may be killed, and where it says whether it is ready. */
export interface Target {
  readonly name: string;
  readonly url: string;
}

/** Resolves to whether each was killed once before it was over. Throws when one does not come back. */
export async function killEach(layout: Layout, targets: readonly Target[], over: AbortSignal): Promise<boolean> {
  for (const [n, target] of targets.entries()) {
    if (await isOver(n === 0 ? FIRST_KILL_MS : BETWEEN_KILLS_MS, over)) return false;
    const seconds = await kill(layout, target);
    say(`  ${target.name} is ready again after ${seconds.toFixed(1)} s.`);
  }
  return true;
}

/**
 * Kills one after the other, round and round, so many seconds apart, whether the one before is back or not. Resolves when it is
 * over and all are back, to whether anything was killed. Throws when one does not come back.
 */
export async function killInTurn(
  layout: Layout,
  targets: readonly Target[],
  { seconds, over }: { readonly seconds: number; readonly over: AbortSignal },
): Promise<boolean> {
  const kills: Promise<number>[] = [];
  for (let n = 0; !(await isOver(seconds * 1000, over)); n += 1) {
    const target = targets[n % targets.length];
    if (target === undefined) break;
    const killed = kill(layout, target);
    killed.catch(() => undefined); // told below
    kills.push(killed);
  }
  const back = await Promise.all(kills);
  if (back.length > 0)
    say(`${back.length} were killed; the slowest was ready again after ${Math.max(...back).toFixed(1)} s.`);
  return back.length > 0;
}

function isOver(ms: number, over: AbortSignal): Promise<boolean> {
  return sleep(ms, false, { signal: over }).catch(() => true);
}

/** Resolves to the seconds until it was ready again. */
async function kill(layout: Layout, { name, url }: Target): Promise<number> {
  say(`  kill -9: ${name}`);
  const begin = Date.now();
  await killNine(layout, name, url);
  return (Date.now() - begin) / 1000;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { settings } from '@ride/configuration';
import type { Trip } from '../trips/trip.js';
import type { Tally } from './tally.js';

const LOOK_MS = 500;
/** Beside the deadline of a search and the longest trip: for services that are killed and come back. */
const MARGIN_MS = 120_000;

/** Resolves when `done` does, when nothing has happened for longer than anything can take, or when the signal ends it. */
export async function untilDone(
  done: Promise<unknown>,
  tally: Tally,
  { trips, speed, signal }: { readonly trips: readonly Trip[]; readonly speed: number; readonly signal: AbortSignal },
): Promise<void> {
  const patienceMs = patienceFor(trips, speed, settings().rules);
  let isDone = false;
  const finished = done.then(() => (isDone = true));
  let [changes, changedAt] = [-1, performance.now()];
  while (!isDone && !signal.aborted) {
    if (tally.changes !== changes) [changes, changedAt] = [tally.changes, performance.now()];
    if (performance.now() - changedAt > patienceMs) {
      console.log(`Nothing has happened for ${Math.round(patienceMs / 1000)} s: the run ends here.`);
      return;
    }
    await Promise.race([finished, sleep(LOOK_MS)]);
  }
}

/** The longest wait between two things that riders see, in milliseconds of wall-clock time. */
export function patienceFor(
  trips: readonly Trip[],
  speed: number,
  rules: { readonly searchMs: number; readonly pickupEtaMaxSeconds: number },
): number {
  const longest = trips.reduce((most, { durationSeconds }) => Math.max(most, durationSeconds), 0);
  const pause = trips.reduce(
    (most, { pickupAt }, n) => Math.max(most, pickupAt - (trips[n - 1]?.pickupAt ?? pickupAt)),
    0,
  );
  const drive = Math.max(longest, rules.pickupEtaMaxSeconds) * 1000;
  return rules.searchMs + Math.max(drive, pause) / speed + MARGIN_MS;
}

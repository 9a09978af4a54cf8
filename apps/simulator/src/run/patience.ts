import { setTimeout as sleep } from 'node:timers/promises';
import { settings, type Settings } from '@ride/configuration';
import type { Rates } from '../people/fates.js';
import type { Trip } from '../trips/trip.js';
import type { Tally } from './tally.js';

const LOOK_MS = 500;
/** Beside the longest deadline and the longest trip: for services that are killed and come back. */
const MARGIN_MS = 120_000;

/** Resolves when `done` does, when nothing has happened for longer than anything can take, or when the signal ends it. */
export async function untilDone(
  done: Promise<unknown>,
  tally: Tally,
  plan: Expected,
  signal: AbortSignal,
): Promise<void> {
  const patienceMs = patienceFor(plan, settings().rules);
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

interface Expected {
  readonly trips: readonly Trip[];
  readonly speed: number;
  readonly rates: Pick<Rates, 'noShow' | 'silent' | 'silentAboard'>;
}
type Waits = Pick<
  Settings['rules'],
  'searchMs' | 'pickupEtaMaxSeconds' | 'waitingMs' | 'silentTripMs' | 'tripTimeoutFactor' | 'tripTimeoutExtraMs'
>;

/** The longest wait between two things that riders see, in milliseconds of wall-clock time. */
export function patienceFor({ trips, speed, rates }: Expected, rules: Waits): number {
  const longest = trips.reduce((most, { durationSeconds }) => Math.max(most, durationSeconds), 0);
  const pause = trips.reduce(
    (most, { pickupAt }, n) => Math.max(most, pickupAt - (trips[n - 1]?.pickupAt ?? pickupAt)),
    0,
  );
  const drive = Math.max(longest, rules.pickupEtaMaxSeconds) * 1000;
  const mishap = Math.max(
    rates.noShow > 0 ? rules.waitingMs : 0,
    rates.silent > 0 ? rules.silentTripMs : 0,
    rates.silentAboard > 0 ? rules.tripTimeoutFactor * drive + rules.tripTimeoutExtraMs : 0,
  );
  return Math.max(rules.searchMs, mishap) + Math.max(drive, pause) / speed + MARGIN_MS;
}

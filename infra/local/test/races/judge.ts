import { setTimeout as sleep } from 'node:timers/promises';
import { unsettled } from '../outages/endings.js';
import { type Arena } from './arena.js';
import { type Finish } from './lane.js';
import { type RideLog } from './ride-log.js';
import { faultsOf } from './verdict.js';

const LOOK_MS = 100;
const PATIENCE_MS = 15_000;

/** What is wrong with the races, in words: by their log, once all in it is answered, and by all five services. */
export async function faults(arena: Arena, log: RideLog, finishes: readonly Finish[]): Promise<readonly string[]> {
  const inTheLog = (): readonly string[] => finishes.flatMap((finish) => faultsOf(finish, log.of(finish.rideId)));
  const until = Date.now() + PATIENCE_MS;
  while (inTheLog().length > 0 && Date.now() < until) await sleep(LOOK_MS);
  const disagreed = await unsettled(
    arena.env,
    finishes.map(({ rideId }) => rideId),
  );
  return [...inTheLog(), ...disagreed];
}

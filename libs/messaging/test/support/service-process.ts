// A service in a process of its own, which hears RideAccepted; what it does with which offer is said by its environment
// (ids, separated by commas). It tells when it hears the log, and ends in order on SIGTERM.
import { setTimeout as sleep } from 'node:timers/promises';
import { settings } from '@ride/configuration';
import { RideAccepted } from '@ride/events';
import { startWatchdog } from '@ride/observability';
import pg from 'pg';
import { databaseUrl, On, type Tx } from '../../src/index.js';
import { note, TALLY_TABLES } from './tally.js';
import { smallService } from './small-service.js';

const { INSTANCE = 'only', SLOW_MS = '0' } = process.env;
const offersOf = (name: string): readonly string[] => process.env[name]?.split(',') ?? [];
const kills = offersOf('KILLS');
const stops = offersOf('STOPS');
const failsFirst = offersOf('FAILS_FIRST');
const never = new Promise<never>(() => undefined);

/** Ways to die of a fact: of memory when the heap is small, of a loop by the watchdog. */
const waysToDie: Record<string, () => void> = {
  kill: () => void process.kill(process.pid, 'SIGKILL'),
  exit: () => process.exit(1),
  memory: () => {
    for (const hoard: number[][] = []; ;) hoard.push(new Array<number>(4_000_000).fill(0.5));
  },
  loop: () => {
    for (;;);
  },
};
/** One for each run of it. */
const ways = process.env['KILLS_BY']?.split(',') ?? [];

const tell = (what: string): Promise<void> =>
  new Promise((resolve) => process.send?.(what, undefined, {}, () => resolve()));
const pool = new pg.Pool({ connectionString: databaseUrl('booking'), max: 4 });

/** Outside the unit of work: a run counts also when it is rolled back. */
async function run(offerId: string): Promise<number> {
  await pool.query('INSERT INTO run (instance, offer) VALUES ($1, $2)', [INSTANCE, offerId]);
  const { rows } = await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM run WHERE offer = $1', [offerId]);
  return rows[0]!.n;
}

class Handlers {
  @On(RideAccepted)
  async accepted({ data: { rideId, offerId } }: RideAccepted, tx: Tx): Promise<void> {
    await note(tx, rideId, offerId);
    const times = await run(offerId);
    if (SLOW_MS !== '0') await sleep(Number(SLOW_MS));
    if (failsFirst.includes(offerId) && times === 1) throw new Error('not yet');
    if (kills.includes(offerId)) {
      waysToDie[ways[times - 1] ?? 'kill']?.();
      await never;
    }
    if (stops.includes(offerId)) {
      await tell(`stops at ${offerId}`);
      process.kill(process.pid, 'SIGSTOP');
    }
  }
}

startWatchdog('booking', settings().watchdogMs);
const { app } = await smallService(Handlers, TALLY_TABLES);
process.once('SIGTERM', () => {
  void app
    .close()
    .then(() => pool.end())
    .then(() => process.exit(0));
});
await app.listen();
await tell('hears');

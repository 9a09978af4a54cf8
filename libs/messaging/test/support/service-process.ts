// A service in a process of its own, which hears RideAccepted; what it does with which offer is said by its environment
// (ids, separated by commas). It tells when it hears the log, and ends in order on SIGTERM.
import { setTimeout as sleep } from 'node:timers/promises';
import { RideAccepted } from '@ride/events';
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
      process.kill(process.pid, 'SIGKILL');
      await never;
    }
    if (stops.includes(offerId)) {
      await tell(`stops at ${offerId}`);
      process.kill(process.pid, 'SIGSTOP');
    }
  }
}

const { app } = await smallService(Handlers, TALLY_TABLES);
process.once('SIGTERM', () => {
  void app
    .close()
    .then(() => pool.end())
    .then(() => process.exit(0));
});
await app.listen();
await tell('hears');

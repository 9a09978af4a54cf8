// The service that is killed: a process that waits for its turn, then hears facts, and kills itself at the crash point that it
// was told.
import { NotificationSent, RideAccepted, type NewFact } from '@ride/events';
import pg from 'pg';
import { crashPoints } from '../../src/crash-points.js';
import { databaseUrl, Effect, NonRetriable, On, type EffectCall, type Heard, type Tx } from '../../src/index.js';
import { smallService } from '../support/small-service.js';
import { factOf, type Kind } from './facts.js';
import type { Kill } from './kills.js';
import type { Turn } from './lives.js';
import { DriverTallyRow, HandledRow, SERVICE_TABLES } from './tables.js';

const HOUR = 3_600_000; // milliseconds
/** A key that was being called again when the process was killed is left alone for it, and 10 seconds more. */
const DEADLINE_MS = 1_000;

/** Outside any unit of work. */
const pool = new pg.Pool({ connectionString: databaseUrl('notification'), max: 4 });

class Handlers {
  @On(RideAccepted)
  async handle({ data: { rideId, driverId, offerId } }: RideAccepted, tx: Tx): Promise<void> {
    const { number, kind } = factOf(offerId);
    const row = await tx.load(HandledRow, rideId);
    tx.save(HandledRow, { id: rideId, numbers: [...(row?.numbers ?? []), number] });
    const tally = await tx.load(DriverTallyRow, driverId);
    tx.save(DriverTallyRow, { id: driverId, facts: (tally?.facts ?? 0) + 1 });
    tx.publish(answer(rideId, offerId, 'in_app'));
    if (kind === 'hopeless') throw new NonRetriable('hopeless', 'nobody can handle it');
    if (kind !== 'plain') failAtFirst(kind, await runs(offerId));
  }

  @Effect({ name: 'calls', deadlineMs: DEADLINE_MS, greatestAgeMs: HOUR, retry: { whenDead: 'hold' } }, RideAccepted)
  async call({ data: { rideId, offerId } }: Heard<typeof RideAccepted>, call: EffectCall): Promise<NewFact> {
    const { kind } = factOf(offerId);
    const earlier = kind === 'late' || kind === 'refused' ? await calls(offerId) : 0;
    const wentWell = kind === 'plain' || kind === 'hopeless' || earlier > 0;
    await pool.query('INSERT INTO call (event, idempotency_key, went_well) VALUES ($1, $2, $3)', [
      offerId,
      call.idempotencyKey,
      wentWell,
    ]);
    if (!wentWell) failAtFirst(kind, earlier + 1);
    return answer(rideId, offerId, 'webhook');
  }
}

function answer(rideId: string, factId: string, channel: 'in_app' | 'webhook') {
  return NotificationSent({ recipientId: rideId, about: { factId, fact: RideAccepted.type }, channel });
}

function failAtFirst(kind: Kind, run: number): void {
  if (run > 1) return;
  if (kind === 'late') throw new Error('not yet');
  throw new NonRetriable('refused', 'not before it is replayed');
}

/** How often it was run, this time included. */
async function runs(event: string): Promise<number> {
  await pool.query('INSERT INTO run (event) VALUES ($1)', [event]);
  return count('SELECT count(*)::int AS n FROM run WHERE event = $1', event);
}

function calls(event: string): Promise<number> {
  return count('SELECT count(*)::int AS n FROM call WHERE event = $1', event);
}

async function count(sql: string, event: string): Promise<number> {
  return (await pool.query<{ n: number }>(sql, [event])).rows[0]!.n;
}

function arm({ point, afterUnits, nth }: Kill): void {
  let [units, left] = [afterUnits, nth];
  crashPoints.reached = (reached) => {
    if (units > 0) units -= reached === 'unit: after commit' ? 1 : 0;
    else if (reached === point && --left === 0) process.kill(process.pid, 'SIGKILL');
  };
}

process.once('disconnect', () => process.exit(1));
const { app } = await smallService(Handlers, SERVICE_TABLES, 'notification');
process.once('message', ({ kill }: Turn) => {
  if (kill) arm(kill);
  void app.listen();
});
process.send?.('waits');

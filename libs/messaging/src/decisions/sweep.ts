import { telemetry, withCause } from '@ride/observability';
import type { Pool } from 'pg';
import type { Sweep } from '../service/sweeps.js';
import { errorCode, errorText } from '../unit/faults.js';
import { runUnit, type RunnerContext } from '../unit/runner.js';
import type { Task } from '../unit/unit.js';
import type { DueStore } from './decider-store.js';

const AT_ONCE = 200;

/** Reads due ids without locking and runs each through the ordinary Tx, which looks again whether it is due. */
export class DeadlineSweep implements Sweep {
  readonly name = 'deadlines';
  readonly every = 250; // milliseconds
  /** When this instance began to hear: before, nobody may have listened. */
  readonly #hearingSince = Date.now();

  constructor(
    private readonly unit: RunnerContext,
    private readonly pool: Pool,
    private readonly subscription: string,
    private readonly stores: () => readonly DueStore[],
  ) {}

  /** One look at every store, past rows whose key is blocked; returns how many were due. */
  async once(now = Date.now()): Promise<number> {
    let due = 0;
    for (const store of this.stores()) due += await this.#sweep(store, now);
    return due;
  }

  async #sweep(store: DueStore, now: number): Promise<number> {
    const { name } = this.unit.tableOf(store.row);
    const { rows } = await this.pool.query<{ id: string; due: Date; traceparent: string | null }>({
      text: `SELECT id::text AS id, due_at AS due, cause->>'traceparent' AS traceparent FROM "${name}" t WHERE due_at <= $1 AND NOT EXISTS (
               SELECT FROM failed_deadline f WHERE f.row = $2 AND f.id = t.id AND f.next_at > $1)
             AND NOT EXISTS (SELECT FROM blocked_key b WHERE b.subscription = $3 AND b.key = convert_to(t.id::text, 'UTF8'))
             ORDER BY due_at LIMIT ${AT_ONCE}`,
      values: [new Date(now), name, this.subscription],
    });
    if (rows.length === 0) return 0;
    const told = rows.map(({ id, due, traceparent }) => toldDeadline(name, id, due, traceparent ?? undefined, now));
    const tasks = rows.map(({ id }): Task => {
      const cause = { id, correlationId: id };
      return {
        chain: id,
        cause,
        now,
        run: (tx) => withCause(cause, () => store.passDeadline(tx, id, this.#hearingSince)),
      };
    });
    const failed = await runUnit(this.unit, tasks, () => ({ kind: 'deadlines' }));
    for (const [i, task] of tasks.entries()) told[i]?.(failed.has(task) ? errorCode(failed.get(task)) : undefined);
    const ended = tasks.filter((task) => !failed.has(task)).map(({ chain }) => chain);
    await this.pool.query('DELETE FROM failed_deadline WHERE row = $1 AND id = ANY($2::uuid[])', [name, ended]);
    for (const [{ chain }, error] of failed) await this.#putOff(name, chain, error);
    return rows.length;
  }

  /** A deadline that fails is tried again later and later (1 s doubled up to 5 min), and shows among the failed. */
  async #putOff(row: string, id: string, error: unknown): Promise<void> {
    this.unit.onError(`the deadline of ${row}/${id}`, error);
    await this.pool.query(
      `INSERT INTO failed_deadline AS f (row, id, attempts, error, next_at) VALUES ($1, $2, 1, $3, now() + interval '1 second')
       ON CONFLICT (row, id) DO UPDATE SET attempts = f.attempts + 1, error = excluded.error,
         next_at = now() + least(interval '1 second' * power(2, f.attempts), interval '5 minutes')`,
      [row, id, errorText(error)],
    );
  }
}

/** Undefined while telemetry is off, else how to end what is told of it. */
function toldDeadline(row: string, id: string, due: Date, context: string | undefined, now: number) {
  const to = telemetry();
  to?.measure('ride.deadline.lateness', Math.max(0, now - due.getTime()) / 1_000, { 'ride.row': row });
  const span = context === undefined ? undefined : to?.begin('deadline', context, due.getTime());
  const about = { 'ride.row': row, 'messaging.message.conversation_id': id };
  return span && ((error?: string) => span.end(`deadline ${row}`, about, error));
}

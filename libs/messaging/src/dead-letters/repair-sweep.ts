import type { Pool, PoolClient } from 'pg';
import { crashPoints } from '../crash-points.js';
import type { Sweep } from '../service/sweeps.js';
import { errorText } from '../unit/faults.js';
import { discard, release } from './open-keys.js';
import { putBack } from './put-back.js';
import type { Outcomes, Step } from './steps.js';
import { inTransaction } from './transaction.js';

const EVERY = 250; // milliseconds
/** Facts in one transaction when no rate is wanted; a key's facts go together, but never more than `MOST`. */
const AT_ONCE = 2_000;
const MOST = 5_000;
/** Before a repair that had trouble is taken up again, and one whose keys were all in other hands. Milliseconds. */
const AFTER_TROUBLE = 2_000;
const WHILE_BUSY = 100;

const STEPS: Readonly<Record<string, Step>> = { replay: putBack, discard, release };

interface Due {
  readonly id: string;
  readonly kind: string;
  readonly who: string;
  readonly reason: string | null;
  readonly rate: number | null;
  readonly acceptOvertaken: boolean;
}

/**
 * Does the steps of repairs, a batch of each at every look. Every instance looks; each repair is in one instance's hands at a
 * time.
 */
export class RepairSweep implements Sweep {
  readonly name = 'repairs';
  readonly every = EVERY;

  constructor(
    private readonly pool: Pool,
    private readonly onError: (what: string, error: unknown) => void,
  ) {}

  async once(): Promise<void> {
    while (await this.batch());
  }

  /** The next steps of the repair that has waited longest; returns false when none is due. */
  async batch(): Promise<boolean> {
    let due: Due | undefined;
    try {
      await inTransaction(this.pool, async (client) => {
        due = await nextDue(client);
        if (due) await doSteps(client, due);
      });
    } catch (error) {
      if (due === undefined) throw error;
      this.onError(`the repair ${due.id}`, error);
      await this.#putOff(due.id, error);
    }
    return due !== undefined;
  }

  async #putOff(repair: string, error: unknown): Promise<void> {
    await this.pool.query({
      text: `UPDATE repair SET next_at = now() + interval '${AFTER_TROUBLE} ms', trouble = $2 WHERE id = $1 AND status = 'running'`,
      values: [repair, errorText(error)],
    });
  }
}

async function nextDue(client: PoolClient): Promise<Due | undefined> {
  const { rows } = await client.query<Due>({
    name: 'due repair',
    text: `SELECT id, kind, who, reason, rate, accept_overtaken AS "acceptOvertaken" FROM repair
           WHERE status = 'running' AND next_at <= now() ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
  });
  return rows[0];
}

async function doSteps(client: PoolClient, repair: Due): Promise<void> {
  const size = repair.rate === null ? AT_ONCE : Math.max(1, Math.ceil((repair.rate * EVERY) / 1_000));
  const { rows } = await client.query<{ fact: string; gone: boolean }>({
    name: 'next steps of a repair',
    // Whole keys, so that nothing is handled between the facts of one.
    text: `SELECT s.fact::text AS fact, f.id IS NULL AS gone FROM repair_step s LEFT JOIN failed_fact f ON f.id = s.fact
           WHERE s.repair = $1 AND s.done_at IS NULL AND s.key <= (
             SELECT max(key) FROM (SELECT key FROM repair_step WHERE repair = $1 AND done_at IS NULL ORDER BY turn LIMIT $2) first)
           ORDER BY s.turn LIMIT ${MOST}`,
    values: [repair.id, size],
  });
  const step = STEPS[repair.kind];
  if (step === undefined) throw new Error(`nobody knows how to ${repair.kind} dead letters`);
  const there = rows.flatMap(({ fact, gone }) => (gone ? [] : [fact]));
  const outcomes: Outcomes = there.length > 0 ? await step(client, there, repair) : new Map();
  for (const { fact, gone } of rows) if (gone) outcomes.set(fact, 'not_dead');
  await crashPoints.reached?.('repair: in the middle of a step');
  await markDone(client, repair, outcomes);
}

/** A repair that fell behind its rate catches up, for at most a second's worth. */
async function markDone(client: PoolClient, { id, rate }: Due, outcomes: Outcomes): Promise<void> {
  await client.query({
    name: 'steps are done',
    text: `UPDATE repair_step s SET done_at = now(), outcome = u.outcome FROM unnest($2::bigint[], $3::text[]) AS u(fact, outcome)
           WHERE s.repair = $1 AND s.fact = u.fact`,
    values: [id, [...outcomes.keys()], [...outcomes.values()]],
  });
  const pause = rate === null ? EVERY / 2 : (1_000 * outcomes.size) / rate;
  await client.query({
    name: 'repair goes on',
    text: `UPDATE repair SET done = done + $2, trouble = NULL,
             next_at = CASE WHEN $2::int = 0 THEN now() + interval '${WHILE_BUSY} ms'
               ELSE greatest(next_at, now() - $4::double precision * interval '1 millisecond') + $3::double precision * interval '1 millisecond' END,
             status = CASE WHEN done + $2 >= total THEN 'done' ELSE status END,
             finished_at = CASE WHEN done + $2 >= total THEN now() END
           WHERE id = $1`,
    values: [id, outcomes.size, pause, rate === null ? 0 : 1_000],
  });
}

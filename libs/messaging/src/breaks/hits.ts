import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '../dead-letters/transaction.js';

/** A fact that is about to be handled, and a break that may break it. */
export interface Asked {
  readonly breakId: string;
  readonly subscription: string;
  /** The fact's id. */
  readonly event: string;
}

interface Waiting extends Asked {
  readonly done: (isHit: boolean) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Decides which attempts a break breaks, each time in a transaction of its own: so it is counted across instances, and a unit
 * of work that is rolled back takes nothing back. An attempt that has been broken is broken again when it is run again, until
 * it is written down as failed; that counts once.
 */
export class Hits {
  #waiting: Waiting[] = [];

  constructor(private readonly pool: Pool) {}

  /** Those of one turn of the event loop are decided together, in their order. */
  isHit(asked: Asked): Promise<boolean> {
    return new Promise((done, failed) => {
      this.#waiting.push({ ...asked, done, failed });
      if (this.#waiting.length === 1) setImmediate(() => void this.#decide());
    });
  }

  async #decide(): Promise<void> {
    const all = this.#waiting;
    this.#waiting = [];
    try {
      const hits = await inTransaction(this.pool, (client) => decide(client, all));
      for (const [n, { done }] of all.entries()) done(hits.has(n));
    } catch (error) {
      for (const { failed } of all) failed(error);
    }
  }
}

/** Returns the places in the list of those that are hit. */
async function decide(client: PoolClient, all: readonly Asked[]): Promise<ReadonlySet<number>> {
  const { rows: breaks } = await client.query<{ id: string; left: number | null }>({
    text: `SELECT id::text AS id, times - hits AS left FROM broken_handler WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
    values: [[...new Set(all.map(({ breakId }) => breakId))]],
  });
  const left = new Map(breaks.map((row) => [row.id, row.left ?? Infinity]));
  const { rows: attempts } = await client.query<{ attempt: number; isKnown: boolean }>({
    text: `SELECT coalesce(f.attempts, 0) + 1 AS attempt, h.break IS NOT NULL AS "isKnown"
           FROM unnest($1::uuid[], $2::text[], $3::uuid[]) WITH ORDINALITY AS u(break, subscription, event, n)
             LEFT JOIN failed_fact f ON f.subscription = u.subscription AND f.event = u.event
             LEFT JOIN break_hit h ON h.break = u.break AND h.event = u.event AND h.attempt = coalesce(f.attempts, 0) + 1
           ORDER BY n`,
    values: [
      all.map(({ breakId }) => breakId),
      all.map(({ subscription }) => subscription),
      all.map(({ event }) => event),
    ],
  });
  const hits = new Set<number>();
  const counted: (Asked & { readonly attempt: number })[] = [];
  for (const [n, asked] of all.entries()) {
    const { attempt, isKnown } = attempts[n]!;
    const times = left.get(asked.breakId) ?? 0;
    if (!isKnown && times < 1) continue;
    // One that has just been taken away breaks nothing, whatever it had broken.
    if (!left.has(asked.breakId)) continue;
    hits.add(n);
    if (isKnown) continue;
    left.set(asked.breakId, times - 1);
    counted.push({ ...asked, attempt });
  }
  if (counted.length > 0) await count(client, counted);
  return hits;
}

async function count(client: PoolClient, counted: readonly (Asked & { readonly attempt: number })[]): Promise<void> {
  await client.query({
    text: `WITH hit AS (
             INSERT INTO break_hit (break, event, attempt)
             SELECT DISTINCT b, e, a FROM unnest($1::uuid[], $2::uuid[], $3::int[]) AS u(b, e, a) RETURNING break)
           UPDATE broken_handler SET hits = hits + h.count
           FROM (SELECT break, count(*) FROM hit GROUP BY break) h WHERE id = h.break`,
    values: [
      counted.map(({ breakId }) => breakId),
      counted.map(({ event }) => event),
      counted.map(({ attempt }) => attempt),
    ],
  });
}

import type { Pool, PoolClient } from 'pg';
import { faultOf } from '../unit/faults.js';
import { chainOf, columnsOf, sortedChains, type Chain } from './chains.js';

/** A fact in the queue of its blocked key, whole. */
export interface QueuedFact extends Chain {
  /** failed_fact.id, a decimal string. */
  readonly id: string;
  readonly event: string;
  /** Its record had a key; without one `key` is empty. */
  readonly hasKey: boolean;
  readonly value: Buffer | null;
  /** As the outbox keeps them. */
  readonly headers: Buffer;
  readonly partition: number;
  readonly offset: string;
  readonly eventTime: Date;
  /** All failed attempts, and how many of them were made before it was put back. */
  readonly attempts: number;
  readonly attemptsBefore: number;
  readonly firstFailedAt: Date;
  /** Its last failed attempt; of one that only stands behind another, when it was parked. */
  readonly lastFailedAt: Date;
  /** It has failed, and is not to be tried yet; or a later fact of its key, which was released, is just being performed. */
  readonly isEarly: boolean;
  /** Null unless it has been dead. */
  readonly diedAt: Date | null;
}

const COLUMNS = `f.id::text AS id, f.event::text AS event, f.topic, f.key, f.has_key AS "hasKey", f.value, f.headers, f.source_partition AS partition,
  f.source_offset::text AS offset, f.event_time AS "eventTime", f.attempts, f.attempts_before AS "attemptsBefore",
  f.failed_at AS "firstFailedAt", coalesce(f.last_failed_at, f.failed_at) AS "lastFailedAt", f.died_at AS "diedAt", coalesce(f.due_at > clock_timestamp(), false)
  OR EXISTS (SELECT FROM released_key r WHERE (r.subscription, r.topic, r.key) = (f.subscription, f.topic, f.key)
    AND r.performing_until > clock_timestamp()) AS "isEarly"`;
/** In their order: the first is the head. */
const IN_LINE = `f.status = 'waiting' ORDER BY f.place, f.id`;

/** The key of its record, which is not that of its chain when it had none. */
export function keyOf({ key, hasKey }: Pick<QueuedFact, 'key' | 'hasKey'>): Buffer | null {
  return hasKey ? key : null;
}

/** The first waiting facts of each chain, head first, at most `most` of one. */
export async function queuesOf(
  db: Pool | PoolClient,
  subscription: string,
  chains: readonly Chain[],
  most: number,
): Promise<ReadonlyMap<string, readonly QueuedFact[]>> {
  const { rows } = await db.query<Omit<QueuedFact, 'chain'>>({
    name: 'queues of blocked keys',
    text: `SELECT q.* FROM unnest($2::text[], $3::bytea[]) WITH ORDINALITY AS k(topic, key, n) CROSS JOIN LATERAL (
             SELECT ${COLUMNS} FROM failed_fact f
             WHERE f.subscription = $1 AND f.topic = k.topic AND f.key = k.key AND ${IN_LINE} LIMIT $4) q ORDER BY k.n`,
    values: [subscription, ...columnsOf(chains), most],
  });
  return Map.groupBy(
    rows.map((row) => ({ ...row, chain: chainOf(row) })),
    ({ chain }) => chain,
  );
}

/** What stands first in a queue, and how often it has failed. */
export interface Head {
  readonly id: string;
  readonly attempts: number;
}

/** Locks the keys until the transaction ends, so that one process at a time works on a queue; returns the heads of those not held. */
export async function lockQueues(
  client: PoolClient,
  subscription: string,
  chains: readonly Chain[],
): Promise<ReadonlyMap<string, Head>> {
  const sorted = sortedChains(chains);
  const values = [subscription, ...columnsOf(sorted)];
  await client.query({
    name: 'lock queues',
    text: `SELECT FROM blocked_key b JOIN unnest($2::text[], $3::bytea[]) AS k(topic, key) USING (topic, key)
           WHERE b.subscription = $1 ORDER BY b.topic, b.key FOR UPDATE OF b`,
    values,
  });
  const { rows } = await client.query<{ topic: string; key: Buffer; id: string; attempts: number }>({
    name: 'heads of queues',
    text: `SELECT b.topic, b.key, q.id, q.attempts FROM unnest($2::text[], $3::bytea[]) AS k(topic, key)
           JOIN blocked_key b ON b.subscription = $1 AND b.topic = k.topic AND b.key = k.key AND b.due_at IS NOT NULL
           CROSS JOIN LATERAL (SELECT f.id::text AS id, f.attempts FROM failed_fact f
             WHERE f.subscription = $1 AND f.topic = k.topic AND f.key = k.key AND ${IN_LINE} LIMIT 1) q`,
    values,
  });
  return new Map(rows.map((row) => [chainOf(row), row]));
}

/**
 * Unblocks keys with nothing left to wait, each by itself. When a batch has parked another fact meanwhile, the foreign key
 * keeps the row; when it is about to, it is the batch that runs again, and finds the key free.
 */
export async function release(pool: Pool, subscription: string, chains: readonly Chain[]): Promise<void> {
  for (const { topic, key } of sortedChains(chains)) {
    try {
      await pool.query({
        name: 'release key',
        text: `DELETE FROM blocked_key b WHERE subscription = $1 AND topic = $2 AND key = $3 AND due_at IS NOT NULL
               AND NOT EXISTS (SELECT FROM failed_fact f WHERE f.subscription = $1 AND f.topic = $2 AND f.blocks = $3)`,
        values: [subscription, topic, key],
      });
    } catch (error) {
      if (faultOf(error) !== 'conflict') throw error;
    }
  }
}

/** The next look finds the keys due, unless they are held. */
export async function hurry(pool: Pool, subscription: string, chains: readonly Chain[]): Promise<void> {
  await pool.query({
    name: 'hurry keys',
    text: `UPDATE blocked_key b SET due_at = now() FROM unnest($2::text[], $3::bytea[]) AS k(topic, key)
           WHERE b.subscription = $1 AND b.topic = k.topic AND b.key = k.key AND b.due_at IS NOT NULL`,
    values: [subscription, ...columnsOf(sortedChains(chains))],
  });
}

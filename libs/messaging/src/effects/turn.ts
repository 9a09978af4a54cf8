import type { Pool, PoolClient } from 'pg';
import type { HeardRecord } from '../inbox/heard-record.js';
import { columnsOf, sortedChains } from '../retry/chains.js';

type Database = Pool | PoolClient;

/**
 * An effect is performed outside of any transaction, so nothing would keep a dead letter of its key from being put back and
 * performed meanwhile. Of a key that goes on without a dead one it is therefore written down, for `milliseconds` at most,
 * that a fact of it is being performed; its queue waits for that. Returns false when the key is blocked by now. Each side
 * commits what it is about to do and looks for the other's afterwards, so at least one of them sees the other.
 */
export async function takeTurn(
  db: Pool,
  subscription: string,
  heard: HeardRecord,
  milliseconds: number,
): Promise<boolean> {
  const key = [subscription, heard.topic, heard.key];
  await db.query({
    name: 'take turn',
    text: `UPDATE released_key SET performing = $4, performing_until = clock_timestamp() + $5 * interval '1 ms'
           WHERE (subscription, topic, key) = ($1, $2, $3)`,
    values: [...key, heard.id, milliseconds],
  });
  const { rowCount } = await db.query({
    name: 'blocked by now',
    text: 'SELECT FROM blocked_key WHERE (subscription, topic, key) = ($1, $2, $3)',
    values: key,
  });
  if (rowCount === 0) return true;
  await giveTurns(db, subscription, [heard]);
  return false;
}

/** These are not being performed any more: what was put back meanwhile is due. */
export async function giveTurns(db: Database, subscription: string, heard: readonly HeardRecord[]): Promise<void> {
  if (heard.length === 0) return;
  await db.query({
    name: 'give turns',
    text: `WITH over AS (
             UPDATE released_key r SET performing = NULL, performing_until = NULL
             FROM unnest($2::text[], $3::bytea[]) AS k(topic, key)
             WHERE r.subscription = $1 AND r.topic = k.topic AND r.key = k.key AND r.performing = ANY($4::uuid[])
             RETURNING r.topic, r.key)
           UPDATE blocked_key b SET due_at = now() FROM over
           WHERE b.subscription = $1 AND b.topic = over.topic AND b.key = over.key AND b.due_at > now()`,
    values: [subscription, ...columnsOf(sortedChains(heard)), heard.map(({ id }) => id)],
  });
}

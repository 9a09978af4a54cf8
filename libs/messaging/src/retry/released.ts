import type { PoolClient } from 'pg';
import { columnsOf, sortedChains, type Chain } from './chains.js';

/** Counts what is handled of keys that have been released behind a dead fact. */
export async function passed(client: PoolClient, subscription: string, handled: readonly Chain[]): Promise<void> {
  if (handled.length === 0) return;
  const counts = new Map<string, number>();
  for (const { chain } of handled) counts.set(chain, (counts.get(chain) ?? 0) + 1);
  const chains = sortedChains(handled);
  await client.query({
    name: 'passed',
    text: `UPDATE released_key r SET handled = r.handled + k.n, last_handled_at = now()
           FROM unnest($2::text[], $3::bytea[], $4::int[]) AS k(topic, key, n)
           WHERE r.subscription = $1 AND r.topic = k.topic AND r.key = k.key`,
    values: [subscription, ...columnsOf(chains), chains.map(({ chain }) => counts.get(chain))],
  });
}

/** A key was put back into somebody's hands while a unit handled its later facts: the unit runs again, and parks them. */
class BlockedMeanwhile extends Error {
  readonly code = '40001'; // as a serialization failure, which it is
}

/** After `passed`, which waits for whoever puts a dead fact back: throws when a key that was open is blocked by now. */
export async function stillOpen(client: PoolClient, subscription: string, chains: readonly Chain[]): Promise<void> {
  if (chains.length === 0) return;
  const { rowCount } = await client.query({
    name: 'blocked meanwhile',
    text: `SELECT FROM blocked_key b JOIN unnest($2::text[], $3::bytea[]) AS k(topic, key) USING (topic, key)
           WHERE b.subscription = $1 LIMIT 1`,
    values: [subscription, ...columnsOf(sortedChains(chains))],
  });
  if (rowCount) throw new BlockedMeanwhile('a key was blocked while its later facts were handled');
}

/** The keys go on without their dead facts; what is handled from now on is counted. */
export async function open(client: PoolClient, subscription: string, chains: readonly Chain[]): Promise<void> {
  await client.query({
    name: 'open keys',
    text: `INSERT INTO released_key (subscription, topic, key)
           SELECT $1, t, k FROM unnest($2::text[], $3::bytea[]) AS u(t, k) ON CONFLICT DO NOTHING`,
    values: [subscription, ...columnsOf(sortedChains(chains))],
  });
}

/** A key without dead letters, and without any that were put back, needs no count. */
export async function forget(client: PoolClient, subscription: string, chains: readonly Chain[]): Promise<void> {
  await client.query({
    name: 'no dead letters left',
    text: `DELETE FROM released_key r USING unnest($2::text[], $3::bytea[]) AS k(topic, key)
           WHERE r.subscription = $1 AND r.topic = k.topic AND r.key = k.key AND NOT EXISTS (SELECT FROM failed_fact f
             WHERE f.subscription = $1 AND f.topic = k.topic AND f.key = k.key
               AND (f.status = 'dead' OR f.status = 'waiting' AND f.died_at IS NOT NULL))`,
    values: [subscription, ...columnsOf(sortedChains(chains))],
  });
}

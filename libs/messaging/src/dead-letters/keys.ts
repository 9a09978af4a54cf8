import type { ClientBase } from 'pg';
import { chainOf, type Chain } from '../retry/chains.js';

/** The key of a subscription to a topic. */
export interface SubscribedKey extends Chain {
  readonly subscription: string;
}

/** Subscriptions, topics and keys as three parameters of a statement, in the order in which keys are locked everywhere. */
export function keyColumns(
  keys: readonly SubscribedKey[],
): [subscriptions: string[], topics: string[], keys: Buffer[]] {
  const sorted = [...keys].sort(
    (a, b) => compare(a.subscription, b.subscription) || compare(a.topic, b.topic) || Buffer.compare(a.key, b.key),
  );
  return [sorted.map((k) => k.subscription), sorted.map((k) => k.topic), sorted.map((k) => k.key)];
}
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Names subscription, topic and key together. */
export function nameOf(key: Omit<SubscribedKey, 'chain'>): string {
  return `${key.subscription} ${chainOf(key)}`;
}

/** A key that an operator works on, and those of its facts that are meant. */
export interface KeyInHand extends SubscribedKey {
  readonly facts: readonly string[];
  /** Null: its row was not locked, since it has none. */
  readonly state: 'held' | 'waiting' | null;
  /** The dead fact whose death holds the key: the last to fail. Absent unless the key is held. */
  readonly holder: string | undefined;
}

/**
 * The keys of these facts, as far as nobody else works on them now; locked when they are blocked. `strongly`: also against
 * facts that are being parked behind, as is needed before a key is unblocked. Facts that are gone are left out.
 */
export async function takeKeys(
  client: ClientBase,
  facts: readonly string[],
  how: { readonly block: boolean; readonly strongly: boolean },
): Promise<readonly KeyInHand[]> {
  const { rows } = await client.query<SubscribedKey & { facts: string[] }>({
    name: 'keys of facts',
    text: `SELECT subscription, topic, key, array_agg(id::text) AS facts FROM failed_fact WHERE id = ANY($1::bigint[])
           GROUP BY subscription, topic, key`,
    values: [facts],
  });
  const keys = rows.map((row) => ({ ...row, chain: chainOf(row) }));
  if (how.block) await block(client, keys);
  const blocked = await statesOf(client, keys, '');
  const locked = await statesOf(client, keys, `FOR ${how.strongly ? '' : 'NO KEY '}UPDATE OF b SKIP LOCKED`);
  const holders = await holdersOf(
    client,
    keys.filter((key) => locked.get(nameOf(key)) === 'held'),
  );
  return keys.flatMap((key) => {
    const state = locked.get(nameOf(key)) ?? null;
    if (state === null && (how.block || blocked.has(nameOf(key)))) return [];
    return [{ ...key, state, holder: holders.get(nameOf(key)) }];
  });
}

/** Keys that nobody has blocked are, and due. */
async function block(client: ClientBase, keys: readonly SubscribedKey[]): Promise<void> {
  await client.query({
    name: 'block keys',
    text: `INSERT INTO blocked_key (subscription, topic, key, due_at)
           SELECT s, t, k, now() FROM unnest($1::text[], $2::text[], $3::bytea[]) AS u(s, t, k) ON CONFLICT DO NOTHING`,
    values: keyColumns(keys),
  });
}

async function statesOf(
  client: ClientBase,
  keys: readonly SubscribedKey[],
  locking: string,
): Promise<ReadonlyMap<string, 'held' | 'waiting'>> {
  const { rows } = await client.query<SubscribedKey & { held: boolean }>({
    name: `states of keys ${locking}`,
    text: `SELECT b.subscription, b.topic, b.key, b.due_at IS NULL AS held
           FROM blocked_key b JOIN unnest($1::text[], $2::text[], $3::bytea[]) AS u(s, t, k)
             ON (b.subscription, b.topic, b.key) = (u.s, u.t, u.k)
           ORDER BY b.subscription, b.topic, b.key ${locking}`,
    values: keyColumns(keys),
  });
  return new Map(rows.map((row) => [nameOf(row), row.held ? 'held' : 'waiting']));
}

/** Nothing of a held key is tried after the death that holds it, so its holder is the dead fact that failed last. */
export const HOLDER = `SELECT f.id FROM failed_fact f WHERE (f.subscription, f.topic, f.key) = (k.subscription, k.topic, k.key)
  AND f.status = 'dead' ORDER BY f.last_failed_at DESC, f.place DESC LIMIT 1`;

async function holdersOf(client: ClientBase, held: readonly SubscribedKey[]): Promise<ReadonlyMap<string, string>> {
  if (held.length === 0) return new Map();
  const { rows } = await client.query<SubscribedKey & { holder: string }>({
    name: 'holders of keys',
    text: `SELECT k.*, h.id::text AS holder FROM unnest($1::text[], $2::text[], $3::bytea[]) AS k(subscription, topic, key)
           CROSS JOIN LATERAL (${HOLDER}) h`,
    values: keyColumns(held),
  });
  return new Map(rows.map((row) => [nameOf(row), row.holder]));
}

/** What waits in the queues of these keys is due now. */
export async function makeDue(client: ClientBase, keys: readonly SubscribedKey[]): Promise<void> {
  if (keys.length === 0) return;
  await client.query({
    name: 'keys are due',
    text: `UPDATE blocked_key b SET due_at = now() FROM unnest($1::text[], $2::text[], $3::bytea[]) AS u(s, t, k)
           WHERE (b.subscription, b.topic, b.key) = (u.s, u.t, u.k)`,
    values: keyColumns(keys),
  });
}

/** Unblocks those of the keys, all locked here, that are due and have nothing waiting. */
export async function unblockEmpty(client: ClientBase, keys: readonly SubscribedKey[]): Promise<void> {
  if (keys.length === 0) return;
  await client.query({
    name: 'unblock empty keys',
    text: `DELETE FROM blocked_key b USING unnest($1::text[], $2::text[], $3::bytea[]) AS u(s, t, k)
           WHERE (b.subscription, b.topic, b.key) = (u.s, u.t, u.k) AND b.due_at IS NOT NULL AND NOT EXISTS (
             SELECT FROM failed_fact f WHERE (f.subscription, f.topic, f.blocks) = (u.s, u.t, u.k))`,
    values: keyColumns(keys),
  });
}

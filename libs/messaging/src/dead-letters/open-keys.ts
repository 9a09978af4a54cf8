import type { ClientBase } from 'pg';
import { keyColumns, makeDue, takeKeys, unblockEmpty, type KeyInHand, type SubscribedKey } from './keys.js';
import type { Order, Outcomes } from './steps.js';

/** Dead facts are given up for good; a key that one of them holds goes on. */
export async function discard(client: ClientBase, facts: readonly string[], order: Order): Promise<Outcomes> {
  const keys = await takeKeys(client, facts, { block: false, strongly: true });
  const { rows } = await client.query<{ id: string }>({
    name: 'discard',
    text: `UPDATE failed_fact SET status = 'discarded', history = history || jsonb_build_array(
             jsonb_build_object('at', $2::text, 'code', 'discarded', 'error', $3::text, 'who', $4::text))
           WHERE id = ANY($1::bigint[]) AND status = 'dead' RETURNING id::text AS id`,
    values: [keys.flatMap((key) => key.facts), new Date().toISOString(), order.reason, order.who],
  });
  const discarded = new Set(rows.map(({ id }) => id));
  await goOn(
    client,
    keys.filter(({ holder }) => holder !== undefined && discarded.has(holder)),
  );
  await forgetReleased(client, keys);
  return new Map(
    keys.flatMap((key) => key.facts.map((fact) => [fact, discarded.has(fact) ? 'discarded' : 'not_dead'])),
  );
}

/** The held keys of these facts go on without them; what is handled of them from now on is counted. */
export async function release(client: ClientBase, facts: readonly string[]): Promise<Outcomes> {
  const keys = await takeKeys(client, facts, { block: false, strongly: true });
  const held = keys.filter(({ state, holder }) => state === 'held' && holder !== undefined);
  await client.query({
    name: 'keys are released',
    text: `INSERT INTO released_key (subscription, topic, key)
           SELECT s, t, k FROM unnest($1::text[], $2::text[], $3::bytea[]) AS u(s, t, k) ON CONFLICT DO NOTHING`,
    values: keyColumns(held),
  });
  await goOn(client, held);
  return new Map(keys.flatMap((key) => key.facts.map((fact) => [fact, held.includes(key) ? 'released' : 'not_held'])));
}

/** What waits in these held keys, which are locked, is tried now; where nothing waits, the key is open. */
async function goOn(client: ClientBase, keys: readonly KeyInHand[]): Promise<void> {
  await makeDue(client, keys);
  await unblockEmpty(client, keys);
}

/** Keys without dead letters need no count of what was handled since. */
async function forgetReleased(client: ClientBase, keys: readonly SubscribedKey[]): Promise<void> {
  await client.query({
    name: 'no dead letters left of keys',
    text: `DELETE FROM released_key r USING unnest($1::text[], $2::text[], $3::bytea[]) AS u(s, t, k)
           WHERE (r.subscription, r.topic, r.key) = (u.s, u.t, u.k) AND NOT EXISTS (SELECT FROM failed_fact f
             WHERE (f.subscription, f.topic, f.key) = (u.s, u.t, u.k)
               AND (f.status = 'dead' OR f.status = 'waiting' AND f.died_at IS NOT NULL))`,
    values: keyColumns(keys),
  });
}

import type { PoolClient } from 'pg';
import { forget, open } from '../retry/released.js';
import { makeDue, takeKeys, unblockEmpty, type KeyInHand } from './keys.js';
import type { Order, Outcomes } from './steps.js';

/** Dead facts are given up for good; a key that one of them holds goes on. */
export async function discard(client: PoolClient, facts: readonly string[], order: Order): Promise<Outcomes> {
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
  for (const [subscription, own] of bySubscription(keys)) await forget(client, subscription, own);
  return new Map(
    keys.flatMap((key) => key.facts.map((fact) => [fact, discarded.has(fact) ? 'discarded' : 'not_dead'])),
  );
}

/** The held keys of these facts go on without them; what is handled of them from now on is counted. */
export async function release(client: PoolClient, facts: readonly string[]): Promise<Outcomes> {
  const keys = await takeKeys(client, facts, { block: false, strongly: true });
  const held = keys.filter(({ state, holder }) => state === 'held' && holder !== undefined);
  for (const [subscription, own] of bySubscription(held)) await open(client, subscription, own);
  await goOn(client, held);
  return new Map(keys.flatMap((key) => key.facts.map((fact) => [fact, held.includes(key) ? 'released' : 'not_held'])));
}

/** What waits in these held keys, which are locked, is tried now; where nothing waits, the key is open. */
async function goOn(client: PoolClient, keys: readonly KeyInHand[]): Promise<void> {
  await makeDue(client, keys);
  await unblockEmpty(client, keys);
}

function bySubscription(keys: readonly KeyInHand[]): ReadonlyMap<string, readonly KeyInHand[]> {
  return Map.groupBy(keys, ({ subscription }) => subscription);
}

import type { ClientBase } from 'pg';
import { keyColumns, makeDue, nameOf, takeKeys, unblockEmpty, type KeyInHand, type SubscribedKey } from './keys.js';
import type { Order, Outcomes } from './steps.js';

/**
 * Dead facts go back to their places in the queues of their keys, which are due now; their backoff begins anew. A held key
 * stays held until the fact that holds it is put back, too: what stands behind that one must not run before it.
 */
export async function putBack(client: ClientBase, facts: readonly string[], order: Order): Promise<Outcomes> {
  const keys = await takeKeys(client, facts, { block: true, strongly: false });
  const overtaken = order.acceptOvertaken ? new Set<string>() : await overtakenOf(client, keys);
  const meant = keys.flatMap((key) => key.facts.filter((fact) => !overtaken.has(fact)));
  const { rows } = await client.query<{ id: string }>({
    name: 'put back',
    text: `UPDATE failed_fact SET status = 'waiting', due_at = NULL, attempts_before = attempts
           WHERE id = ANY($1::bigint[]) AND status = 'dead' RETURNING id::text AS id`,
    values: [meant],
  });
  const moved = new Set(rows.map(({ id }) => id));
  await makeDue(
    client,
    keys.filter((key) => goesOn(key, moved)),
  );
  await unblockEmpty(
    client,
    keys.filter((key) => !key.facts.some((fact) => moved.has(fact))),
  );
  return new Map(
    keys.flatMap((key) =>
      key.facts.map((fact) => [fact, overtaken.has(fact) ? 'overtaken' : moved.has(fact) ? 'put_back' : 'not_dead']),
    ),
  );
}

/** Something of it is to be tried now. */
function goesOn({ facts, state, holder }: KeyInHand, moved: ReadonlySet<string>): boolean {
  if (state === 'held' && holder !== undefined) return moved.has(holder);
  return facts.some((fact) => moved.has(fact));
}

/** Those of the facts whose keys have gone on without them. Waits for units that are about to say so. */
async function overtakenOf(client: ClientBase, keys: readonly KeyInHand[]): Promise<Set<string>> {
  const { rows } = await client.query<SubscribedKey & { handled: number }>({
    name: 'overtaken keys',
    text: `SELECT r.subscription, r.topic, r.key, r.handled FROM released_key r
             JOIN unnest($1::text[], $2::text[], $3::bytea[]) AS u(s, t, k) ON (r.subscription, r.topic, r.key) = (u.s, u.t, u.k)
           ORDER BY r.subscription, r.topic, r.key FOR UPDATE OF r`,
    values: keyColumns(keys),
  });
  const passed = new Set(rows.filter(({ handled }) => handled > 0).map(nameOf));
  return new Set(keys.filter((key) => passed.has(nameOf(key))).flatMap(({ facts }) => facts));
}

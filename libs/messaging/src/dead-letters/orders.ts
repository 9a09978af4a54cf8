import type { Pool, PoolClient } from 'pg';
import { chosen, Parameters } from './filter.sql.js';
import { repairRefusals } from './refusals.js';
import type { RepairKind, RepairOrder } from './repair.js';
import { inTransaction } from './transaction.js';

/** Writes a repair down with the facts that it is about, as they are dead now; another one under the same id is refused. */
export async function order(pool: Pool, asked: RepairOrder): Promise<void> {
  await inTransaction(pool, async (client) => {
    if (!(await begin(client, { ...asked, filter: asked.selection }))) return;
    await fixSteps(client, asked);
    if (asked.kind === 'replay' && asked.acceptOvertaken !== true) await refuseOvertaken(client, asked.id);
  });
}

/** Returns false when the repair has been ordered before. Throws Rejected when something else was, under its id. */
export async function begin(
  client: PoolClient,
  asked: Omit<RepairOrder, 'kind' | 'selection'> & { readonly kind: RepairKind; readonly filter: unknown },
): Promise<boolean> {
  const { id, kind, filter, reason, who, rate, limit, acceptOvertaken } = asked;
  const same = [id, kind, JSON.stringify(filter), reason, rate, limit, acceptOvertaken ?? false];
  const { rowCount } = await client.query(
    `INSERT INTO repair (id, kind, filter, reason, rate, "limit", accept_overtaken, who, status)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'running') ON CONFLICT DO NOTHING`,
    [...same, who],
  );
  if (rowCount === 1) return true;
  const { rows } = await client.query<{ same: boolean }>(
    `SELECT (kind, filter, reason, rate, "limit", accept_overtaken) IS NOT DISTINCT FROM
            ($2::text, $3::jsonb, $4::text, $5::double precision, $6::int, $7::boolean) AS same FROM repair WHERE id = $1`,
    same,
  );
  if (rows[0]?.same !== true) throw repairRefusals.idempotency_key_reused();
  return false;
}

/** Key by key in the order of their first facts, and each key's facts by their places. */
async function fixSteps(client: PoolClient, { id, selection, limit }: RepairOrder): Promise<void> {
  const parameters = new Parameters();
  const repair = parameters.add(id);
  const { rowCount } = await client.query(
    `INSERT INTO repair_step (repair, fact, place, turn, key)
     SELECT ${repair}::uuid, id, place, row_number() OVER (ORDER BY first, subscription, topic, key, place, id),
            dense_rank() OVER (ORDER BY first, subscription, topic, key)
     FROM (SELECT c.*, min(place) OVER (PARTITION BY subscription, topic, key) AS first
           FROM (${chosen(selection, limit ?? null, parameters)}) c) c`,
    parameters.values,
  );
  await client.query(
    `UPDATE repair SET total = $2, status = CASE $2::int WHEN 0 THEN 'done' ELSE 'running' END,
       finished_at = CASE $2::int WHEN 0 THEN now() END WHERE id = $1`,
    [id, rowCount],
  );
}

/** Nothing is replayed out of its order unless somebody who knows that wants it. */
async function refuseOvertaken(client: PoolClient, repair: string): Promise<void> {
  const { rows } = await client.query<{ letters: number; keys: number; handled: number }>(
    `SELECT coalesce(sum(k.n), 0)::int AS letters, count(*)::int AS keys, coalesce(sum(r.handled), 0)::int AS handled
     FROM (SELECT f.subscription, f.topic, f.key, count(*) AS n FROM repair_step s JOIN failed_fact f ON f.id = s.fact
           WHERE s.repair = $1 GROUP BY 1, 2, 3) k
     JOIN released_key r ON (r.subscription, r.topic, r.key) = (k.subscription, k.topic, k.key) AND r.handled > 0`,
    [repair],
  );
  const { letters = 0, keys = 0, handled = 0 } = rows[0] ?? {};
  if (letters > 0) throw repairRefusals.overtaken(letters, keys, handled);
}

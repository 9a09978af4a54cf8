import type { Pool } from 'pg';
import { retryTopic, type Service } from '@ride/events';
import { chosen, Parameters, type Selection } from './filter.sql.js';
import { HOLDER } from './keys.js';
import { inTransaction } from './transaction.js';

/** So many ids are shown. */
const SHOWN = 100;

/** Letters that would take the same way. */
export interface PlannedWay {
  readonly subscription: string;
  readonly handler: string;
  readonly fact: string;
  readonly topic: string;
  readonly count: number;
  readonly keys: number;
}

/**
 * What an operator should know before: `overtaken`: later facts of the keys have been handled; `earlier_left_out`: dead letters
 * that stand before the selected ones would stay dead; `held_by_another`: the keys stay held, by a dead letter that is not
 * selected; `others_wait_behind`: facts that go on once these are through; `in_another_repair`: a running one is about them, too.
 */
export type WarningCode =
  'overtaken' | 'earlier_left_out' | 'held_by_another' | 'others_wait_behind' | 'in_another_repair';

export interface Warning {
  readonly code: WarningCode;
  readonly keys: number;
  /** Facts: those handled since, left out, holding, waiting behind, or in the other repair. */
  readonly facts: number;
}

/** What a repair would do, were it ordered now. */
export interface Plan {
  readonly total: number;
  readonly keys: number;
  /** The first ones, in the order in which they would go within their keys. */
  readonly ids: readonly string[];
  /** The topic that carries what is put back to its handlers. */
  readonly through: string;
  readonly ways: readonly PlannedWay[];
  readonly warnings: readonly Warning[];
}

/** Each looks at `k`, the keys of the selection, and gives the number of keys and facts. */
const WARNINGS: Readonly<Record<WarningCode, string>> = {
  overtaken: `SELECT k.name, r.handled AS facts FROM k JOIN released_key r
    ON (r.subscription, r.topic, r.key) = (k.subscription, k.topic, k.key) AND r.handled > 0`,
  earlier_left_out: `SELECT k.name, 1 AS facts FROM k JOIN failed_fact f ON (f.subscription, f.topic, f.key) = (k.subscription, k.topic, k.key)
    AND f.status = 'dead' AND f.place < k.last AND NOT EXISTS (SELECT FROM chosen c WHERE c.id = f.id)`,
  held_by_another: `SELECT k.name, 1 AS facts FROM k JOIN blocked_key b ON (b.subscription, b.topic, b.key) = (k.subscription, k.topic, k.key)
    AND b.due_at IS NULL CROSS JOIN LATERAL (${HOLDER}) h WHERE NOT EXISTS (SELECT FROM chosen c WHERE c.id = h.id)`,
  others_wait_behind: `SELECT k.name, 1 AS facts FROM k JOIN failed_fact f ON (f.subscription, f.topic, f.key) = (k.subscription, k.topic, k.key)
    AND f.status = 'waiting' AND f.place > k.first`,
  in_another_repair: `SELECT k.name, 1 AS facts FROM k JOIN chosen c ON (c.subscription, c.topic, c.key) = (k.subscription, k.topic, k.key)
    JOIN repair_step s ON s.fact = c.id AND s.done_at IS NULL JOIN repair p ON p.id = s.repair AND p.status = 'running'`,
};

/** Changes nothing. */
export async function plan(pool: Pool, service: Service, selection: Selection, most: number | null): Promise<Plan> {
  const parameters = new Parameters();
  const tables = `WITH chosen AS MATERIALIZED (${chosen(selection, most, parameters)}),
    k AS MATERIALIZED (SELECT subscription, topic, key, row_number() OVER () AS name, min(place) AS first, max(place) AS last
                       FROM chosen GROUP BY subscription, topic, key)`;
  const ask = async <R extends object>(client: { query: Pool['query'] }, sql: string): Promise<readonly R[]> =>
    (await client.query<R>(`${tables} ${sql}`, parameters.values)).rows;
  // All questions see the same letters.
  return inTransaction(
    pool,
    async (client) => {
      const [whole] = await ask<{ total: number; keys: number; ids: string[] | null }>(
        client,
        `SELECT count(*)::int AS total, (SELECT count(*)::int FROM k) AS keys, (SELECT array_agg(id::text ORDER BY place, id)
           FROM (SELECT id, place FROM chosen ORDER BY place, id LIMIT ${SHOWN}) first) AS ids FROM chosen`,
      );
      const ways = await ask<PlannedWay>(
        client,
        `SELECT subscription, handler, fact, topic, count(*)::int AS count, count(DISTINCT key)::int AS keys
         FROM chosen GROUP BY 1, 2, 3, 4 ORDER BY count DESC, 1, 2, 3, 4`,
      );
      const warnings = await ask<Warning>(
        client,
        Object.entries(WARNINGS)
          .map(
            ([code, sql]) =>
              `SELECT '${code}' AS code, count(DISTINCT name)::int AS keys, coalesce(sum(facts), 0)::int AS facts FROM (${sql}) w`,
          )
          .join(' UNION ALL '),
      );
      return {
        total: whole?.total ?? 0,
        keys: whole?.keys ?? 0,
        ids: whole?.ids ?? [],
        through: retryTopic(service).name,
        ways,
        warnings: warnings.filter(({ keys }) => keys > 0),
      };
    },
    'ISOLATION LEVEL REPEATABLE READ READ ONLY',
  );
}

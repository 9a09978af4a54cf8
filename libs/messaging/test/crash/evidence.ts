import type pg from 'pg';
import { driverOf, factOf, idOf, rideOf, type Fact } from './facts.js';
import { breachesOf, repeatsIn, type Call } from './findings.js';
import type { DriverTallyRow, HandledRow, ToldRow } from './tables.js';

export interface Databases {
  readonly service: pg.Pool;
  readonly listener: pg.Pool;
}

export interface Evidence {
  /** Calls of effects that had been made before. */
  readonly repeats: number;
  /** Facts that were given up because processes died of them, and replayed. */
  readonly blamed: number;
  /** Promises that were not kept, in words. */
  readonly breaches: readonly string[];
}

/** What stands in the databases about these facts; `dead`: ids of those that are listed as dead. */
export async function gather(
  { service, listener }: Databases,
  said: readonly Fact[],
  dead: readonly string[],
): Promise<Evidence> {
  const keys = Map.groupBy(said, ({ key }) => key);
  const rides = [...keys.keys()].map(rideOf);
  const handled = await byId<HandledRow>(service, 'handled', rides);
  const told = await byId<ToldRow>(listener, 'told', rides);
  const calls = await callsOf(service, [...keys.keys()]);
  const deadOf = Map.groupBy(dead, (event) => factOf(event).key);
  const breaches = [...keys].flatMap(([key, facts]) => {
    const row = told.get(rideOf(key));
    return breachesOf(facts, {
      handled: handled.get(rideOf(key))?.numbers ?? [],
      answersOfHandler: row?.handled ?? [],
      answersOfEffect: row?.called ?? [],
      calls: calls.get(key) ?? [],
      dead: deadOf.get(key) ?? [],
    });
  });
  return {
    repeats: [...calls.values()].reduce((sum, of) => sum + repeatsIn(of), 0),
    blamed: await blamed(service, rides),
    breaches: [...breaches, ...(await miscounted(service, said))],
  };
}

async function callsOf(pool: pg.Pool, keys: readonly number[]): Promise<ReadonlyMap<number, readonly Call[]>> {
  const bound = (key: number) => idOf({ key, number: 0, kind: 'plain' });
  const { rows } = await pool.query<Call>(
    `SELECT event, idempotency_key AS "idempotencyKey" FROM call
     WHERE went_well AND event >= $1 AND event < $2 ORDER BY n`,
    [bound(Math.min(...keys)), bound(Math.max(...keys) + 1)],
  );
  return Map.groupBy(rows, ({ event }) => factOf(event).key);
}

async function blamed(pool: pg.Pool, rides: readonly string[]): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM failed_fact WHERE code = 'killed_the_process' AND key = ANY($1)`,
    [rides.map((ride) => Buffer.from(ride))],
  );
  return rows[0]!.n;
}

/** Rows that facts of several keys change. */
async function miscounted(pool: pg.Pool, said: readonly Fact[]): Promise<readonly string[]> {
  const possible = said.filter(({ kind }) => kind !== 'hopeless');
  const drivers = Map.groupBy(possible, ({ key }) => driverOf(key));
  const tallies = await byId<DriverTallyRow>(pool, 'driver_tally', [...drivers.keys()]);
  return [...drivers].flatMap(([id, { length }]) => {
    const facts = tallies.get(id)?.facts ?? 0;
    return facts === length ? [] : [`driver ${id}: ${facts} facts were counted, and there are ${length}`];
  });
}

async function byId<R extends { readonly id: string }>(
  pool: pg.Pool,
  table: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, R>> {
  const { rows } = await pool.query<R>(`SELECT * FROM ${table} WHERE id = ANY($1)`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

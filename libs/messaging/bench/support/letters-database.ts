import { deepStrictEqual } from 'node:assert/strict';
import pg from 'pg';
import { databaseUrl } from '../../src/index.js';

/** How many failed facts are dead, and how many were dead and are handled now. */
export interface LetterCounts {
  readonly dead: number;
  readonly replayed: number;
}

/** A look from outside at the database of the service that is redriven. */
export class LettersDatabase {
  readonly #pool = new pg.Pool({ connectionString: databaseUrl('booking'), max: 1 });

  /** Zeroes before the service has made its tables. */
  async counts(): Promise<LetterCounts> {
    const { rows } = await this.#pool.query<{ there: boolean }>(
      "SELECT to_regclass('failed_fact') IS NOT NULL AS there",
    );
    if (!rows[0]!.there) return { dead: 0, replayed: 0 };
    return this.#one(
      `SELECT count(*) FILTER (WHERE status = 'dead')::int AS dead, count(*) FILTER (WHERE status = 'replayed')::int AS replayed
       FROM failed_fact`,
    );
  }

  async statusOf(repair: string): Promise<string> {
    return (await this.#one<{ status: string }>('SELECT status FROM repair WHERE id = $1', [repair])).status;
  }

  async blockedKeys(): Promise<number> {
    return (await this.#one<{ n: number }>('SELECT count(*)::int AS n FROM blocked_key')).n;
  }

  /** Throws when a fact was handled twice, not at all, or before an earlier one of its key, or something is left over. */
  async check(wanted: { letters: number; keys: number; order: string }): Promise<void> {
    const { rows: heard } = await this.#pool.query<{ id: string; numbers: number[] }>('SELECT id, numbers FROM heard');
    const all = heard.flatMap(({ numbers }) => numbers).sort((a, b) => a - b);
    deepStrictEqual(
      all,
      Array.from({ length: wanted.letters }, (_, number) => number),
      'every fact is handled exactly once',
    );
    for (const { id, numbers } of heard)
      deepStrictEqual(
        numbers,
        numbers.toSorted((a, b) => a - b),
        `the facts of ${id} are handled in order`,
      );
    const left = await this.#one(
      `SELECT (SELECT count(*)::int FROM heard) AS keys,
         (SELECT count(*)::int FROM failed_fact WHERE status <> 'replayed') AS unrepaired,
         (SELECT count(*)::int FROM repair_step WHERE repair = $1 AND outcome = 'put_back') AS "putBack"`,
      [wanted.order],
    );
    deepStrictEqual(left, { keys: wanted.keys, unrepaired: 0, putBack: wanted.letters });
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async #one<T extends object>(sql: string, values: unknown[] = []): Promise<T> {
    return (await this.#pool.query<T>(sql, values)).rows[0]!;
  }
}

import type { PoolClient } from 'pg';
import { faultOf, SplitBatch } from './faults.js';
import { pipelined } from './pipelined.js';
import type { Table } from './table.js';

interface Claim {
  readonly table: Table;
  readonly id: string;
  readonly answer: (found: object | undefined | 'taken') => void;
  readonly fail: (why: unknown) => void;
}
interface Found {
  readonly id: string;
  readonly free: boolean;
  readonly row: Record<string, unknown> | null;
}

/** The claims of one transaction, gathered and asked together. */
export class Claims {
  #waiting: Claim[] = [];

  constructor(private readonly client: PoolClient) {}

  get areWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Resolves when `ask` has asked: to the row, undefined for a row that isn't there, or 'taken'. */
  add(table: Table, id: string): Promise<object | undefined | 'taken'> {
    const { promise, resolve, reject } = Promise.withResolvers<object | undefined | 'taken'>();
    this.#waiting.push({ table, id, answer: resolve, fail: reject });
    return promise;
  }

  /** One statement a table, which waits for nobody. */
  async ask(): Promise<void> {
    const claims = this.#waiting;
    this.#waiting = [];
    try {
      const groups = [...Map.groupBy(claims, ({ table }) => table)];
      const answers = await pipelined(groups.map(([table, some]) => this.#ask(table, some)));
      for (const [index, [table, some]] of groups.entries()) {
        const found = new Map(answers[index]?.map((one) => [one.id, one]));
        for (const { id, answer } of some) {
          const { free, row } = found.get(id)!;
          if (free) answer(row === null ? undefined : table.fromJson(row));
          else answer('taken');
        }
      }
    } catch (error) {
      for (const { fail } of claims) fail(error);
      throw error;
    }
  }

  async #ask(table: Table, claims: readonly Claim[]): Promise<readonly Found[]> {
    try {
      const values = [table.idArray(claims.map(({ id }) => id))];
      const { rows } = await this.client.query<Found>({ name: `claim ${table.name}`, text: table.claim, values });
      return rows;
    } catch (error) {
      // A statement that many share tells nobody whose fault it is: each alone will.
      throw faultOf(error) === 'handler' ? new SplitBatch('a shared claim failed', { cause: error }) : error;
    }
  }
}

import type { DataSource } from 'typeorm';
import type { Cause } from '../cause.js';
import { UnitOfWork, type RoundTx, type Row, type RowClass, type Tx } from '../tx.js';
import { runUnit, type RunnerContext } from './runner.js';
import { SharedUnits } from './shared-units.js';
import { Table } from './table.js';
import type { Task } from './unit.js';

const A_ROUND = () => ({ kind: 'round' as const });

/** Requests share units; a round has one of its own. */
export class PostgresUnitOfWork extends UnitOfWork {
  readonly #shared: SharedUnits;

  constructor(
    private readonly context: RunnerContext,
    shared: Pick<RunnerContext, 'pool' | 'handlersMs'>,
  ) {
    super();
    this.#shared = new SharedUnits({ ...context, ...shared }, (cause, work) => this.round(cause, work));
  }

  run<T>(cause: Cause, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#shared.run(cause, work);
  }

  async round<T>(cause: Cause, work: (tx: RoundTx) => Promise<T>): Promise<T> {
    let answer: { readonly value: T } | undefined;
    const task: Task = {
      chain: cause.id,
      cause,
      now: Date.now(),
      run: async (tx) => {
        answer = { value: await work(tx) };
      },
    };
    const failed = await runUnit(this.context, [task], A_ROUND);
    if (failed.has(task)) throw failed.get(task);
    return answer!.value;
  }

  async read<R extends Row>(row: RowClass<R>, id: string): Promise<R | undefined> {
    const table = this.context.tableOf(row);
    table.checkId(id);
    const { rows } = await this.context.pool.query<{ row: Record<string, unknown> }>({
      name: `read ${table.name}`,
      text: table.read,
      values: [[id]],
    });
    return rows[0] && (table.fromJson(rows[0].row) as R);
  }

  async find<R extends object>(name: string, sql: string, values: readonly unknown[]): Promise<readonly R[]> {
    const { rows } = await this.context.pool.query<R>({ name: `find ${name}`, text: sql, values: [...values] });
    return rows;
  }
}

/** Entity to table, from TypeORM's metadata, made once each. */
export function tablesOf(data: DataSource): (row: RowClass<object>) => Table {
  const tables = new Map<RowClass<object>, Table>();
  return (row) => {
    const known = tables.get(row);
    if (known) return known;
    const table = new Table(data.getMetadata(row));
    tables.set(row, table);
    return table;
  };
}

/** Settings of every session, so that a stopped process blocks nobody for long. */
export const SESSION_OPTIONS =
  '-c idle_in_transaction_session_timeout=10000 -c transaction_timeout=30000 -c lock_timeout=5000';

import type { RowClass } from '@ride/messaging';

/** Columns that are unique together, beside the primary key. */
export type Unique = ReadonlyMap<RowClass<object>, readonly (readonly string[])[]>;
type Row = Readonly<Record<string, unknown>>;

/** One service's database: what survives a restart. */
export class Tables {
  readonly #rows = new Map<RowClass<object>, Map<string, object>>();

  constructor(private readonly unique: Unique = new Map()) {}

  get<R extends object>(row: RowClass<R>, id: string): R | undefined {
    return this.#rows.get(row)?.get(id) as R | undefined;
  }

  all<R extends object>(row: RowClass<R>): readonly R[] {
    return [...(this.#rows.get(row)?.values() ?? [])] as R[];
  }

  /** Whether a unique index, or the primary key, refuses the row as a new one beside those that are there and `others`. */
  isTaken<R extends object>(row: RowClass<R>, id: string, value: R, others: readonly object[] = []): boolean {
    const known = this.#rows.get(row);
    if (known?.has(id)) return true;
    const columns = [['id'], ...(this.unique.get(row) ?? [])];
    return [...(known?.values() ?? []), ...others].some((other) =>
      columns.some((together) => together.every((column) => (other as Row)[column] === (value as Row)[column])),
    );
  }

  write(row: RowClass<object>, id: string, value: object | undefined): void {
    const rows = this.#rows.get(row) ?? new Map<string, object>();
    this.#rows.set(row, rows);
    if (value === undefined) rows.delete(id);
    else rows.set(id, value);
  }
}

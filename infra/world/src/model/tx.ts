import type { NewFact } from '@ride/events';
import type { Cause, RoundTx, Row, RowClass } from '@ride/messaging';
import type { Tables } from './tables.js';
import { Violation } from './violation.js';

export interface Saying {
  readonly fact: NewFact;
  readonly time: number;
  readonly cause: Cause;
}

/** What a unit of work has done so far; nobody sees it before it is committed. */
export class Unit {
  readonly rows = new Map<RowClass<object>, Map<string, object | undefined>>();
  readonly said: Saying[] = [];
  readonly afterCommit: (() => void | Promise<void>)[] = [];
  readonly held = new Set<string>();

  constructor(readonly tables: Tables) {}

  commit(): void {
    for (const [row, changed] of this.rows) {
      // What is taken away makes room for what is new.
      for (const [id, value] of changed) if (value === undefined) this.tables.write(row, id, undefined);
      for (const [id, value] of changed) {
        if (value === undefined) continue;
        if (this.tables.get(row, id) === undefined && this.tables.isTaken(row, id, value))
          throw new Violation('A constraint stops a decision of its own service, never a heard fact', row.name);
        this.tables.write(row, id, value);
      }
    }
  }
}

/** The `Tx` of libs/messaging over tables in memory. Units run one after the other, so its locks always hold. */
export class ModelledTx implements RoundTx {
  constructor(
    private readonly unit: Unit,
    readonly now: number,
    readonly cause: Cause,
    /** Rows that another instance has locked just now: a round goes past them. */
    private readonly isLocked: (id: string) => boolean = () => false,
  ) {}

  load<R extends Row>(row: RowClass<R>, id: string): Promise<R | undefined> {
    this.unit.held.add(id);
    return Promise.resolve(this.#see(row, id));
  }

  claim<R extends Row>(row: RowClass<R>, id: string): Promise<R | undefined> {
    return this.load(row, id);
  }

  save<R extends Row>(row: RowClass<R>, value: R): void {
    this.#put(row, value.id, value);
  }

  remove<R extends Row>(row: RowClass<R>, id: string): void {
    this.#put(row, id, undefined);
  }

  append<R extends object>(row: RowClass<R>, ...values: readonly R[]): void {
    for (const value of values) this.#changes(row).set((value as unknown as Row).id, value);
  }

  publish(...facts: readonly NewFact[]): void {
    for (const fact of facts) {
      if (fact.fact.topic.ordered && !this.unit.held.has(fact.key))
        throw new Error(`${fact.type} has the key of a row that this Tx does not hold`);
      this.unit.said.push({ fact, time: this.now, cause: this.cause });
    }
  }

  because(cause: Cause): ModelledTx {
    return new ModelledTx(this.unit, this.now, cause, this.isLocked);
  }

  afterCommit(run: () => void | Promise<void>): void {
    this.unit.afterCommit.push(run);
  }

  exclusive(): Promise<void> {
    return Promise.resolve();
  }

  loadAvailable<R extends Row>(row: RowClass<R>, ids: readonly string[]): Promise<R[]> {
    const free = [...new Set(ids)].sort().filter((id) => !this.isLocked(id));
    for (const id of free) this.unit.held.add(id);
    return Promise.resolve(free.flatMap((id) => this.#see(row, id) ?? []));
  }

  insertUnlessTaken<R extends Row>(row: RowClass<R>, values: readonly R[]): Promise<R[]> {
    const inserted = values.filter((value) => {
      const earlier = [...(this.unit.rows.get(row)?.values() ?? [])].filter((other) => other !== undefined);
      if (this.unit.tables.isTaken(row, value.id, value, earlier)) return false;
      this.unit.held.add(value.id);
      this.#put(row, value.id, value);
      return true;
    });
    return Promise.resolve(inserted);
  }

  #see<R extends Row>(row: RowClass<R>, id: string): R | undefined {
    const changed = this.unit.rows.get(row);
    return changed?.has(id) ? (changed.get(id) as R | undefined) : this.unit.tables.get(row, id);
  }

  #put(row: RowClass<object>, id: string, value: object | undefined): void {
    if (!this.unit.held.has(id)) throw new Error(`${row.name}/${id} is changed without having been loaded`);
    this.#changes(row).set(id, value);
  }

  #changes(row: RowClass<object>): Map<string, object | undefined> {
    const changed = this.unit.rows.get(row) ?? new Map<string, object | undefined>();
    this.unit.rows.set(row, changed);
    return changed;
  }
}

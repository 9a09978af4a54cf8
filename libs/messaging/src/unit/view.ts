import type { NewFact } from '@ride/events';
import type { PoolClient } from 'pg';
import type { Cause } from '../cause.js';
import { KeyBlocked } from '../retry/blocked-keys.js';
import type { RoundTx, Row, RowClass } from '../tx.js';
import type { Holder, Holding } from './holding.js';
import { PublishRefused, type Envelope, type Outgoing } from './outgoing.js';
import { Rows } from './rows.js';
import type { Table } from './table.js';

/** What the views of one unit share. */
export interface Shared {
  readonly client: PoolClient;
  /** The transaction stands: to be awaited before anything is written. */
  readonly begun: Promise<unknown>;
  readonly rows: Rows;
  readonly holding: Holding;
  readonly outgoing: Outgoing[];
  readonly afterCommit: (() => void | Promise<void>)[];
  readonly tableOf: (row: RowClass<object>) => Table;
  readonly envelope: Envelope;
  readonly isBlocked?: (id: string) => boolean;
  over: boolean;
}

/** One handler's `Tx`. */
export class View implements RoundTx, Holder {
  readonly #ids: string[];
  #ended = false;
  #hasActed = false;
  /** Statements and other handlers' rows that it waits for. */
  #awaited = 0;

  constructor(
    private readonly unit: Shared,
    readonly order: number,
    readonly cause: Cause,
    readonly now: number,
    private readonly isSecondary: boolean,
    private readonly owner?: View,
  ) {
    this.#ids = owner ? owner.#ids : [];
  }

  async load<R extends Row>(row: RowClass<R>, id: string): Promise<R | undefined> {
    this.#mustBeOpen();
    const table = this.unit.tableOf(row);
    table.checkId(id);
    if (this.unit.isBlocked?.(id)) throw new KeyBlocked(id);
    const holder = this.#holder;
    holder.#awaited++;
    try {
      const turn = this.unit.holding.take(holder, Rows.key(table, id));
      if (turn) {
        await turn;
        this.#mustBeOpen();
      }
      const value = await this.unit.rows.fetch(table, id);
      this.#ids.push(id);
      return value as R | undefined;
    } finally {
      holder.#awaited--;
    }
  }

  async claim<R extends Row>(row: RowClass<R>, id: string): Promise<R | undefined | 'taken'> {
    this.#mustBeOpen();
    const table = this.unit.tableOf(row);
    table.checkId(id);
    const key = Rows.key(table, id);
    if (this.unit.holding.isAnothers(this.#holder, key)) return 'taken';
    void this.unit.holding.take(this.#holder, key);
    return (await this.#answerTo(this.unit.rows.claim(table, id))) as R | undefined | 'taken';
  }

  save<R extends Row>(row: RowClass<R>, value: R): void {
    this.#act();
    this.unit.rows.put(this.#held(row, value.id), value.id, value);
  }

  remove<R extends Row>(row: RowClass<R>, id: string): void {
    this.#act();
    this.unit.rows.put(this.#held(row, id), id, undefined);
  }

  append<R extends object>(row: RowClass<R>, ...values: readonly R[]): void {
    this.#act();
    this.unit.rows.append(this.unit.tableOf(row), values);
  }

  publish(...facts: readonly NewFact[]): void {
    this.#act();
    for (const fact of facts) {
      if (this.isSecondary && fact.fact.change === 'primary')
        throw new PublishRefused(
          `${fact.type} starts work elsewhere, but what was heard is a secondary change, which only updates tables.`,
        );
      if (fact.fact.topic.ordered && !this.#ids.includes(fact.key))
        throw new PublishRefused(
          `${fact.type} has the key ${fact.key}, but this Tx holds no row with that id: load it first, so that facts of one key leave in the order of their commits.`,
        );
      this.unit.outgoing.push(this.unit.envelope.seal(fact, this.cause, this.now));
    }
  }

  because(cause: Cause): View {
    return new View(this.unit, this.order, cause, this.now, this.isSecondary, this.#holder);
  }

  afterCommit(run: () => void | Promise<void>): void {
    this.#act();
    this.unit.afterCommit.push(run);
  }

  async exclusive(name: string): Promise<void> {
    this.#act();
    await this.#answerTo(
      this.unit.client.query({
        name: 'exclusive',
        text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))',
        values: [name],
      }),
    );
  }

  async loadAvailable<R extends Row>(row: RowClass<R>, ids: readonly string[]): Promise<R[]> {
    this.#act();
    const table = this.unit.tableOf(row);
    const { rows } = await this.#answerTo(
      this.unit.client.query<{ id: string; row: Record<string, unknown> }>({
        name: `load ${table.name} skip locked`,
        text: `${table.select} SKIP LOCKED`,
        values: [table.idArray(ids.filter((id) => !this.unit.isBlocked?.(id)))],
      }),
    );
    return rows.map((found) => this.#adopt<R>(table, found.id, table.fromJson(found.row)));
  }

  async insertUnlessTaken<R extends Row>(row: RowClass<R>, values: readonly R[]): Promise<R[]> {
    this.#act();
    const table = this.unit.tableOf(row);
    const json = JSON.stringify(values.map((value) => table.toJson(value)));
    await this.#answerTo(this.unit.begun);
    this.#mustBeOpen();
    const { rows } = await this.#answerTo(
      this.unit.client.query<{ id: string }>({
        name: `insert ${table.name} unless taken`,
        text: table.insertUnlessTaken,
        values: [json],
      }),
    );
    const inserted = new Set(rows.map(({ id }) => id));
    return values.filter(({ id }) => inserted.has(id)).map((value) => this.#adopt<R>(table, value.id, value));
  }

  /** The handler has returned: its rows go to the next in line, and what it forgot to await can do nothing any more. */
  end(): void {
    this.#ended = true;
    this.unit.holding.giveBack(this);
  }

  /** It has changed something, or said it: what it did can't be taken out of its unit. */
  get hasActed(): boolean {
    return this.#hasActed;
  }

  /** It waits for the database or for another handler's row; else it is in its own code. */
  get isWaiting(): boolean {
    return this.#awaited > 0;
  }

  async #answerTo<T>(statement: Promise<T>): Promise<T> {
    const holder = this.#holder;
    holder.#awaited++;
    try {
      return await statement;
    } finally {
      holder.#awaited--;
    }
  }

  get #holder(): View {
    return this.owner ?? this;
  }

  #held(row: RowClass<object>, id: string): Table {
    const table = this.unit.tableOf(row);
    if (!this.unit.holding.holds(this.#holder, Rows.key(table, id)))
      throw new Error(
        `${table.name}/${id}: load a row before you change it, so that nobody else changes it meanwhile.`,
      );
    return table;
  }

  #adopt<R>(table: Table, id: string, value: object): R {
    void this.unit.holding.take(this.#holder, Rows.key(table, id));
    this.unit.rows.adopt(table, id, value);
    this.#ids.push(id);
    return value as R;
  }

  #act(): void {
    this.#mustBeOpen();
    this.#holder.#hasActed = true;
  }

  #mustBeOpen(): void {
    if (this.#holder.#ended || this.unit.over)
      throw new Error('This Tx is over: await what you start with it before the handler returns.');
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PoolClient, QueryConfig } from 'pg';
import { Claims } from './claims.js';
import { faultOf, SplitBatch } from './faults.js';
import { pipelined } from './pipelined.js';
import type { Table } from './table.js';

interface Slot {
  readonly table: Table;
  readonly id: string;
  value: object | undefined;
  stored: boolean;
  changed: boolean;
  /** By an advisory lock, which is asked for again when the unit runs again. */
  claimed: boolean;
}

/** A row of a batch that had to run again: to be locked first, in order. */
export interface Touched {
  readonly table: Table;
  readonly id: string;
}

/** The rows of one transaction: read in batches, locked in a fixed order, written at the end in one statement a table and kind. */
export class Rows {
  readonly #slots = new Map<string, Slot>();
  readonly #appended = new Map<Table, Record<string, unknown>[]>();
  readonly #pending = new Map<Slot, Promise<void>>();
  readonly #claims: Claims;
  #wanted: Slot[] = [];
  #fetching: Promise<void> | undefined;
  #turns = 0;
  #stopped = false;

  constructor(private readonly client: PoolClient) {
    this.#claims = new Claims(client);
  }

  static key(table: Table, id: string): string {
    return `${table.name}/${id}`;
  }

  get touched(): Touched[] {
    return [...this.#slots.values()].filter(({ claimed }) => !claimed).map(({ table, id }) => ({ table, id }));
  }

  /** Locks, in order, what an earlier run of the same batch had touched. */
  async lockFirst(rows: readonly Touched[]): Promise<void> {
    if (rows.length === 0) return;
    await this.#select(
      rows.map(({ table, id }) => this.#slot(table, id)),
      false,
    );
    this.#turns = 1;
  }

  /** All loads of one turn of the event loop become one sorted, locking SELECT a table; in a later turn it doesn't wait for locks. */
  async fetch(table: Table, id: string): Promise<object | undefined> {
    const key = Rows.key(table, id);
    const known = this.#slots.get(key);
    if (known) {
      await this.#pending.get(known);
      return known.value;
    }
    const slot = this.#slot(table, id);
    this.#wanted.push(slot);
    this.#fetching ??= this.#nextTurn();
    this.#pending.set(slot, this.#fetching);
    await this.#fetching;
    return slot.value;
  }

  /** All claims of one turn are one statement; what is loaded in the turn waits for it, to be one with what the claimants load. */
  async claim(table: Table, id: string): Promise<object | undefined | 'taken'> {
    const known = this.#slots.get(Rows.key(table, id));
    if (known) return known.value;
    const asked = this.#claims.add(table, id);
    this.#fetching ??= this.#nextTurn();
    const value = await asked;
    if (value !== 'taken')
      Object.assign(this.#slot(table, id), {
        value,
        stored: value !== undefined,
        claimed: true,
      } satisfies Partial<Slot>);
    return value;
  }

  /** No statement follows any more. */
  stop(): void {
    this.#stopped = true;
  }

  put(table: Table, id: string, value: object | undefined): void {
    const slot = this.#slots.get(Rows.key(table, id))!;
    slot.value = value;
    slot.changed = true;
  }

  /** A row that a statement of its own has just read or inserted. */
  adopt(table: Table, id: string, value: object): void {
    Object.assign(this.#slot(table, id), { value, stored: true });
  }

  append(table: Table, values: readonly object[]): void {
    const list = this.#appended.get(table) ?? [];
    list.push(...values.map((value) => table.toJson(value)));
    this.#appended.set(table, list);
  }

  /**
   * INSERT what was loaded as absent, UPDATE what was loaded as present, tables and ids in order. Made whole before any is
   * sent: a value that can't be written throws here, where nothing behind it is on its way yet.
   */
  writes(): QueryConfig[] {
    const changed = [...this.#slots.values()].filter((slot) => slot.changed).sort(byTableAndId);
    const writes: QueryConfig[] = [];
    for (const [table, slots] of groupByTable(changed)) {
      const kept = slots.filter((slot) => slot.value);
      const json = (some: readonly Slot[]) => some.map((slot) => table.toJson(slot.value!));
      writes.push(...write(table, 'insert', json(kept.filter((slot) => !slot.stored))));
      writes.push(...write(table, 'update', json(kept.filter((slot) => slot.stored))));
      const gone = slots.filter((slot) => !slot.value && slot.stored).map((slot) => slot.id);
      if (gone.length > 0)
        writes.push({ name: `remove ${table.name}`, text: table.remove, values: [table.idArray(gone)] });
    }
    const appended = [...this.#appended].sort(([a], [b]) => (a.name < b.name ? -1 : 1));
    for (const [table, values] of appended) writes.push(...write(table, 'insert', values));
    return writes;
  }

  #slot(table: Table, id: string): Slot {
    const key = Rows.key(table, id);
    const slot = this.#slots.get(key) ?? { table, id, value: undefined, stored: false, changed: false, claimed: false };
    this.#slots.set(key, slot);
    return slot;
  }

  #nextTurn(): Promise<void> {
    const turn = this.#turn();
    turn.catch(() => undefined); // told to those who wait for it
    return turn;
  }

  async #turn(): Promise<void> {
    await nextTurn();
    while (this.#claims.areWaiting) {
      await this.#claims.ask();
      await nextTurn();
      if (this.#stopped) throw new Error('the unit is over');
    }
    const wanted = this.#wanted;
    this.#wanted = [];
    this.#fetching = undefined;
    if (wanted.length > 0) await this.#select(wanted, this.#turns++ > 0);
  }

  /** The statements of all tables are sent at once; PostgreSQL runs them, and locks, in their order. */
  async #select(slots: Slot[], noWait: boolean): Promise<void> {
    const groups = [...groupByTable(slots.sort(byTableAndId))];
    const answers = await pipelined(
      groups.map(([table, some]) =>
        this.client
          .query<{ id: string; row: Record<string, unknown> }>({
            name: `load ${table.name}${noWait ? ' nowait' : ''}`,
            text: table.select + (noWait ? ' NOWAIT' : ''),
            values: [table.idArray(some.map((slot) => slot.id))],
          })
          // A statement that many share tells nobody whose fault it is: each alone will.
          .catch((error: unknown) => {
            throw faultOf(error) === 'handler' ? new SplitBatch('a shared SELECT failed', { cause: error }) : error;
          }),
      ),
    );
    for (const [index, [table]] of groups.entries())
      for (const { id, row } of answers[index]?.rows ?? []) this.adopt(table, id, table.fromJson(row));
    for (const slot of slots) this.#pending.delete(slot);
  }
}

function write(table: Table, kind: 'insert' | 'update', values: readonly Record<string, unknown>[]): QueryConfig[] {
  if (values.length === 0 || !table[kind]) return [];
  return [{ name: `${kind} ${table.name}`, text: table[kind], values: [JSON.stringify(values)] }];
}

function byTableAndId(a: Touched, b: Touched): number {
  if (a.table !== b.table) return a.table.name < b.table.name ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function groupByTable(slots: readonly Slot[]): Map<Table, Slot[]> {
  const groups = new Map<Table, Slot[]>();
  for (const slot of slots) {
    const group = groups.get(slot.table);
    if (group) group.push(slot);
    else groups.set(slot.table, [slot]);
  }
  return groups;
}

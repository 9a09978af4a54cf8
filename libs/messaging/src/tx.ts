import type { NewFact } from '@ride/events';
import type { Cause } from './cause.js';

/** A TypeORM entity whose primary key is `id`. */
export interface Row {
  id: string;
}
export type RowClass<R extends object> = new () => R;

/** One fact's, or one request's, view of a unit of work that many share. */
export interface Tx {
  /** UTC milliseconds: the heard fact's event time; the wall clock for requests, rounds and sweeps. */
  readonly now: number;
  readonly cause: Cause;
  /** Locks the row (`FOR UPDATE`, batched with what others load now). It is this Tx's alone until its handler returns. */
  load<R extends Row>(row: RowClass<R>, id: string): Promise<R | undefined>;
  /**
   * Takes the row, there or not, without waiting for anybody: 'taken' when another request has it now, on whichever instance.
   * Before any load, so that all loads still are one: they wait for its answer. Not for rows that others `load`.
   */
  claim<R extends Row>(row: RowClass<R>, id: string): Promise<R | undefined | 'taken'>;
  /** Buffers the row, which this Tx must have loaded. Loaded as absent: a plain INSERT, and a duplicate runs the unit again. */
  save<R extends Row>(row: RowClass<R>, value: R): void;
  /** Deletes a row that this Tx has loaded. */
  remove<R extends Row>(row: RowClass<R>, id: string): void;
  /** Inserts rows that are new for sure (history, messages): no load, no lock. */
  append<R extends object>(row: RowClass<R>, ...values: readonly R[]): void;
  /**
   * Into the outbox: leaves after the commit, in this order per key. Throws `PublishRefused` when the fact isn't this
   * service's to say, or its key isn't the id of a row that this Tx holds (the order of its key would be left to chance).
   */
  publish(...facts: readonly NewFact[]): void;
  /** The same unit with another cause: for what a stored row, not the heard fact, is the reason of. */
  because(cause: Cause): Tx;
  /** For what may be lost: Redis, live streams. Runs once, after the commit; an error in it is logged. */
  afterCommit(run: () => void | Promise<void>): void;
}

/** What a matching round needs beside a Tx: it chooses rows instead of being told them. Statements run at once, unbatched. */
export interface RoundTx extends Tx {
  /** Waits for the transaction-level advisory lock of that name in this service. */
  exclusive(name: string): Promise<void>;
  /** Locks those of the rows that nobody else holds (`SKIP LOCKED`, in id order); they count as loaded. */
  loadAvailable<R extends Row>(row: RowClass<R>, ids: readonly string[]): Promise<R[]>;
  /** `INSERT … ON CONFLICT DO NOTHING RETURNING id`: gives back the values that no constraint stopped; they count as loaded. */
  insertUnlessTaken<R extends Row>(row: RowClass<R>, values: readonly R[]): Promise<R[]>;
}

/** Runs work in one PostgreSQL transaction: state, inbox and outbox commit together or not at all. */
export abstract class UnitOfWork {
  /** `work` may run more than once (a lock conflict rolls it back): nothing but the Tx may be changed in it. */
  abstract run<T>(cause: Cause, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** As `run`, for work that picks its rows under way. */
  abstract round<T>(cause: Cause, work: (tx: RoundTx) => Promise<T>): Promise<T>;
  /** Reads one row without a lock, outside any transaction. */
  abstract read<R extends Row>(row: RowClass<R>, id: string): Promise<R | undefined>;
  /** The rows that a statement finds by index, without a lock, outside any transaction; prepared once under its name. */
  abstract find<R extends object>(name: string, sql: string, values: readonly unknown[]): Promise<readonly R[]>;
}

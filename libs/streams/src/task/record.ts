import type { NewFact } from '@ride/events';

/** Why something is said: the ce_id of the fact that led to it, and what all of one matter share. */
export interface Because {
  readonly id: string;
  readonly correlationId: string;
}

/** A record as a task reads it. */
export interface StreamRecord {
  /** Logical name. */
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string | null;
  /** Event time, UTC milliseconds. */
  readonly time: number;
  /** Of a fact its name; absent from a repartition topic's. */
  readonly type?: string;
  /** A fact as its handlers know it; from a repartition topic what came to the new key. Undefined is a tombstone. */
  readonly value: unknown;
  readonly because: Because;
  /** Of a repartition topic's record: the task that wrote it, and its number among what that task wrote. */
  readonly source?: Source;
}

/** Numbers of one task rise; who reads them drops what is not above the highest that it has seen. */
export interface Source {
  readonly task: string;
  readonly seq: number;
}

/** A fact that is said. */
export interface Said {
  readonly to: 'log';
  readonly fact: NewFact;
  /** The same whenever the same is said again. */
  readonly id: string;
  /** Event time, UTC milliseconds: of the record, or the end of the window. */
  readonly time: number;
  readonly because: Because;
}

/** A record on its way to another key. */
export interface Moved {
  readonly to: 'repartition';
  /** Logical name. */
  readonly topic: string;
  readonly key: string;
  readonly value: unknown;
  readonly time: number;
  readonly because: Because;
  readonly source: Source;
}
export type Output = Said | Moved;

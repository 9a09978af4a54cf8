import type { AnyFactType, NewFact } from '@ride/events';
import type { Window, Windows } from '../windows/window.js';

/** Where state and position are committed together. */
export type StoreKind = 'local' | 'postgres';

/** What a table's state begins with: the facts of a snapshot topic. */
export interface Preload {
  readonly from: readonly AnyFactType[];
  /**
   * `one-store`: the snapshot, then what is said live, into one store. `two-stores`: what was said live counts, and the snapshot
   * where nothing was.
   */
  readonly into: 'one-store' | 'two-stores';
}

interface Following {
  /** The node that it gets its records from. */
  readonly from: string;
}

export interface SourceNode {
  readonly is: 'source';
  readonly id: string;
  readonly facts: readonly AnyFactType[];
}
export interface TableNode {
  readonly is: 'table';
  readonly id: string;
  readonly facts: readonly AnyFactType[];
  readonly value: (fact: never) => unknown;
  readonly preload: Preload | undefined;
}
export interface FilterNode extends Following {
  readonly is: 'filter';
  readonly id: string;
  readonly keep: (value: never) => boolean;
}
export interface MapNode extends Following {
  readonly is: 'map';
  readonly id: string;
  readonly map: (value: never) => unknown;
}
export interface RekeyNode extends Following {
  readonly is: 'rekey';
  readonly id: string;
  readonly key: (value: never, key: string | null) => string | null;
  /** Of the repartition topic; without it as many as the topics that it meets, or comes from. */
  readonly partitions: number | undefined;
}
export interface AggregateNode extends Following {
  readonly is: 'aggregate';
  readonly id: string;
  readonly windows: Windows<never>;
  /** How long after its end a window still takes records, milliseconds of event time. */
  readonly grace: number;
  readonly store: StoreKind;
  readonly initial: () => unknown;
  readonly fold: (state: never, value: never) => unknown;
  readonly emit: 'closed' | 'updates';
  /** Windows that are pending close when nothing flows. */
  readonly idle: boolean;
  readonly lateFact: AnyFactType;
  readonly late: (value: never, window: Window, key: string) => NewFact;
}
export interface JoinNode extends Following {
  readonly is: 'join';
  readonly id: string;
  readonly table: string;
  readonly missing: 'keep' | 'drop';
  readonly join: (value: never, row: never, key: string) => unknown;
}
export interface SayNode extends Following {
  readonly is: 'say';
  readonly id: string;
  readonly fact: AnyFactType;
  readonly make: ((value: never, key: string) => NewFact) | ((window: Window, value: never, key: string) => NewFact);
}
export type Node = SourceNode | TableNode | FilterNode | MapNode | RekeyNode | AggregateNode | JoinNode | SayNode;

/** What an application makes of facts: a value, nothing runs in it. */
export interface Topology {
  readonly name: string;
  readonly nodes: readonly Node[];
  /** Of an application that has grown. */
  readonly grown?: Grown;
}

/** Topics that are read in their next versions, too; by logical names. */
export interface Grown {
  readonly topics: Readonly<Record<string, string>>;
  /** Of each next version, and of the repartition topics. */
  readonly partitions: number;
}

export const isStateful = (node: Node): boolean => node.is === 'aggregate' || node.is === 'table';

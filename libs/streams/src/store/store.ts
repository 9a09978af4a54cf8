import type { Delta } from '../task/entry.js';
import type { Position } from '../task/position.js';
import type { Commit } from '../task/task.js';

/** Why a task can't go on; another one may begin from what was committed. */
export type LostCode =
  /** Somebody else owns the partition. */
  | 'fenced'
  /** The log holds what no owner may have written: the task must not be opened again. */
  | 'foreign_write'
  /** Written by another topology. */
  | 'topology_changed'
  /** A commit is larger than the log takes. */
  | 'too_large'
  | 'unavailable';

export class TaskLost extends Error {
  override readonly name = 'TaskLost';
  constructor(
    readonly code: LostCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export interface Restored {
  /** Undefined: nothing was ever committed. */
  readonly position: Position | undefined;
  /** Entries and records that were read. */
  readonly records: number;
}

/**
 * Where one task's state and position are kept. Each method rejects with TaskLost; then the task is dead, its memory is dropped, and
 * nothing of this store may be called again but `close`.
 */
export interface TaskStore {
  /** Keeps every other owner from committing, then tells all that was committed; what was said last may be said again. */
  open(restore: (delta: Delta) => void): Promise<Restored>;
  /** State, position and outputs, together or not at all. Resolves when the outputs are where they belong. */
  commit(commit: Commit): Promise<void>;
  /** What an owner has to do though nothing happens; called now and then. `position`: as it was committed last. */
  keepAlive(position: Position): Promise<void>;
  /** How far `open` has come. */
  readonly progress: { readonly done: number; readonly of: number };
  close(): Promise<void>;
}

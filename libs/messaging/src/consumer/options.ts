import type { Logger } from '../log/logger.js';
import type { Log, LogRecord } from '../log/port.js';
import type { BegunBatches } from './begun.js';
import type { OpenFlow } from './flow.js';

interface GroupSettings {
  readonly log: Log;
  readonly groupId: string;
  /** Physical names. All of it is heard that was said before the group's first start, too. */
  readonly topics: readonly string[];
  readonly logger: Logger;
}

/** A record that is heard alone, because the process has died again and again at what was heard with it. */
export interface Alone {
  /** It has killed the process: it is not to be run any more, but given up. */
  readonly isDeadly: boolean;
}

/** Records are heard unit by unit. */
export interface ConsumerSettings extends GroupSettings {
  readonly flow?: never;
  /**
   * Hears a unit of records: of each partition in the order of its offsets, and possibly of several partitions. Resolves
   * when all are done or parked: their offsets are committed then. Rejects only when infrastructure is out of reach;
   * the unit then waits in place and is heard again. `alone`: of one record, and of nothing that stands behind it.
   */
  hear(records: readonly LogRecord[], alone?: Alone): Promise<void>;
  /** Where it is written down what a process begins, for its successor when it dies of it; absent: nowhere. */
  readonly begun?: BegunBatches;
  /** Most records in a unit; default 1,000. */
  readonly batch?: number;
  /** Most units under way at once; default 4. A partition is in one of them at most. */
  readonly partitionsAtOnce?: number;
  /**
   * After a fetch that brought something, the next is sent no sooner than so many milliseconds later; default 0. Whoever
   * can wait hears more in one go, for less: a fact that comes alone costs a fetch, a transaction and a commit of its own.
   */
  readonly gatherMs?: number;
}

/** Records are worked on while the next are fetched. */
export interface FlowSettings extends GroupSettings {
  readonly flow: OpenFlow;
}

export type AnySettings = ConsumerSettings | FlowSettings;

export interface ConsumerHealth {
  readonly groupId: string;
  /** false: not in the group, silent for too long, waiting in place, or busy with one unit for too long. */
  readonly ok: boolean;
  readonly reason: string | null;
  readonly joined: boolean;
  /** How many partitions this member has. */
  readonly partitions: number;
  /** Epoch milliseconds of the broker's last answer, and of the last unit that was heard. */
  readonly lastAnswer: number | null;
  readonly lastProgress: number | null;
  /** Why a unit waits in place, and since when (epoch milliseconds). */
  readonly waiting: { readonly reason: string; readonly since: number } | null;
  /** Records not yet heard at the last fetch, by `topic/partition`. */
  readonly lag: Readonly<Record<string, number>>;
}

export interface RunningConsumer {
  /** Resolves when the group has been joined for the first time. */
  joined(): Promise<void>;
  health(): ConsumerHealth;
  pause(): void;
  resume(): void;
  /** Ends the units under way, commits, and leaves the group at once. */
  stop(): Promise<void>;
}

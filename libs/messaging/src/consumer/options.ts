import type { Logger } from '../log/logger.js';
import type { Log, LogRecord } from '../log/port.js';
import type { Indicator } from '../health/indicator.js';
import type { Looked } from '../health/broker-look.js';
import type { Stretch } from './again.js';
import type { BegunBatches } from './begun.js';
import type { OpenFlow } from './flow.js';

interface GroupSettings {
  readonly log: Log;
  readonly groupId: string;
  /** Physical names. All of it is heard that was said before the group's first start, too. */
  readonly topics: readonly string[];
  readonly logger: Logger;
  /** It hears nothing until it is resumed. */
  readonly isPaused?: boolean;
  /** A unit, or a partition with waiting records, is stuck when it has not moved for so many milliseconds; default 30,000. */
  readonly stuckAfterMs?: number;
  /** A member of the group that has had no answer for so many milliseconds is replaced; default 30,000. */
  readonly replaceAfterMs?: number;
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

export interface Waiting {
  /** The error's text: for the log, not for everybody. */
  readonly reason: string;
  /** What is out of reach, in words; null: nothing is, but the records can't even be parked. */
  readonly store: string | null;
  readonly since: number;
}

export interface ConsumerHealth {
  readonly groupId: string;
  /** false: it has troubles. */
  readonly ok: boolean;
  /** Why it crashed, or its first trouble: for the log, not for everybody. */
  readonly reason: string | null;
  readonly joined: boolean;
  /** Somebody has told it to hear nothing. */
  readonly isPaused: boolean;
  /** How many partitions this member has. */
  readonly partitions: number;
  /** Epoch milliseconds of the broker's last answer, and of the last unit that was heard. */
  readonly lastAnswer: number | null;
  readonly lastProgress: number | null;
  /** Why a unit waits in place, and since when (epoch milliseconds). */
  readonly waiting: Waiting | null;
  /** Records not yet heard, by `topic/partition`, as far as it is known. */
  readonly lag: Readonly<Record<string, number>>;
}

export interface RunningConsumer extends Indicator, Looked {
  /** Resolves when the group has been joined for the first time. */
  joined(): Promise<void>;
  health(): ConsumerHealth;
  /** The partitions of the topic that it has now. */
  share(topic: string): readonly number[];
  /**
   * Hears a stretch of its share once more; `stands`: where the group stands there, as the broker has it. Resolves when that
   * is heard, and rejects with LogError `group_changed` when it can't tell. Not for a flow.
   */
  again(stretch: Stretch, stands: bigint): Promise<void>;
  /** It stays in its group and begins nothing more, whatever becomes of its members, until `resume`. */
  pause(): void;
  resume(): void;
  /** Ends the units under way, commits, and leaves the group at once. */
  stop(): Promise<void>;
}

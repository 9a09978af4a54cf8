/** What becomes of a failed fact: it waits behind, or as, the head of its key; it is given up; it was repaired. */
export const STATUSES = ['waiting', 'dead', 'replayed', 'discarded'] as const;
export type LetterStatus = (typeof STATUSES)[number];

/**
 * How the key of a letter stands: `held` until an operator acts, `waiting` for the next attempt at its head, or `open`: its
 * later facts go on without the dead one.
 */
export type KeyIs = 'held' | 'waiting' | 'open';

/** A failed fact as a list shows it. Times are ISO 8601, UTC. */
export interface LetterSummary {
  /** Its number in this service. */
  readonly id: string;
  readonly status: LetterStatus;
  /** The service's name, or `<service>.<effect>`. */
  readonly subscription: string;
  /** Such as `BookingHandlers.accept`. */
  readonly handler: string;
  /** Empty when the record names none. */
  readonly fact: string;
  /** Where it came from: the topic without its namespace. */
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  /** As text; other bytes as `0x…`. */
  readonly key: string;
  readonly eventId: string;
  readonly eventTime: string;
  /** Failed attempts. */
  readonly attempts: number;
  /** A stable word for what kind of failure it is. */
  readonly code: string;
  readonly error: string | null;
  readonly failedAt: string;
  readonly lastFailedAt: string;
  readonly diedAt: string | null;
  readonly keyIs: KeyIs;
  /** Facts of its key that have been handled since the key was released: a replay would come behind them. */
  readonly overtakenBy: number;
}

/** One of its failures, or what an operator did with it. */
export interface HistoryEntry {
  readonly attempt?: number;
  readonly at: string;
  readonly code: string;
  readonly error: string | null;
  readonly who?: string;
}

/** A repair that took it up. */
export interface RepairOfLetter {
  readonly repair: string;
  readonly kind: string;
  readonly who: string;
  readonly at: string;
  readonly reason: string | null;
  /** Null: its turn has not come. */
  readonly outcome: string | null;
  readonly doneAt: string | null;
  /** The edited copy. */
  readonly became: string | null;
}

/** Decoded, or its bytes and why they can't be read. */
export type ReadableValue =
  { readonly json: unknown } | { readonly hex: string; readonly reason: string } | { readonly absent: true };

/** One letter with all that is known about it. */
export interface Letter extends LetterSummary {
  readonly value: ReadableValue;
  /** In their order; values that are no text as `0x…`. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly history: readonly HistoryEntry[];
  readonly lastOvertakenAt: string | null;
  /** Facts of its key that wait behind it, and dead ones that stand before it. */
  readonly waitingBehind: number;
  readonly deadBefore: number;
  /** Of an edited copy: at whose place it stands. */
  readonly inPlaceOf: string | null;
  readonly repairs: readonly RepairOfLetter[];
}

/** Letters that failed alike. */
export interface LetterGroup {
  readonly subscription: string;
  readonly handler: string;
  readonly fact: string;
  readonly code: string;
  readonly count: number;
  readonly keys: number;
  readonly first: string;
  readonly last: string;
  /** The error of the newest, and its id. */
  readonly error: string | null;
  readonly newest: string;
}

/** What is asked for: letters for which all of it holds. Times are ISO 8601. */
export interface LetterFilter {
  readonly subscription?: string | undefined;
  readonly handler?: string | undefined;
  readonly fact?: string | undefined;
  readonly topic?: string | undefined;
  readonly code?: string | undefined;
  /** As text, or bytes as `0x…`. */
  readonly key?: string | undefined;
  /** Last failed at this time or later. */
  readonly from?: string | undefined;
  /** Last failed before this time. */
  readonly to?: string | undefined;
  /** Somewhere in the error (whatever its case) or, letter by letter, in the value. */
  readonly text?: string | undefined;
}

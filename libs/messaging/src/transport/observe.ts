import { hearRecords } from './on.js';
import type { Handler } from './on.js';

/** A record of the log, whatever it says, for whoever keeps what has happened. */
export interface ObservedRecord {
  /** Logical name. */
  readonly topic: string;
  readonly partition: number;
  /** A decimal string. */
  readonly offset: string;
  /** As text; null: it has none. */
  readonly key: string | null;
  /** When the broker appended it, UTC milliseconds. */
  readonly appendedAt: number;
  /** In their order, as texts. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The ce_id; without a valid one, what the fact is known by all the same. */
  readonly id: string;
  /** Event time, UTC milliseconds; where there is none, when it was appended. */
  readonly time: number;
  readonly correlationId: string;
  /** Name and data of the fact; absent of a tombstone, of what can't be read, and of copies of failed facts. */
  readonly fact?: { readonly type: string; readonly data: unknown };
  /** Why the fact can't be read. */
  readonly unreadable?: string;
}

export interface ObserveOptions {
  /** Its consumer group is `<service>.<name>`. */
  readonly name: string;
  /** Logical names. */
  readonly topics: readonly string[];
}

/**
 * Every record of some topics, in batches and in the order of each partition, outside any transaction and without an inbox: what
 * comes again is the handler's to know by topic, partition and offset. When it throws, the batch waits in place and comes again.
 */
export function Observe(
  options: ObserveOptions,
): Handler<(records: readonly ObservedRecord[]) => void | Promise<void>> {
  return (target, key, method) => hearRecords(options, target, key, method);
}

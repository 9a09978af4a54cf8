import type { StoredHeaders } from './header-bytes.js';

/** A header of a record. Order, repetition and bytes are kept; a header without a value reads as an empty one. */
export type Header = readonly [name: string, value: Buffer];

/** A record as it stands in the log. `topic` is the physical name; `offset` is a decimal string. */
export interface LogRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  /** When the broker appended it, UTC milliseconds: the same for whoever hears it, and whenever. */
  readonly appendedAt: number;
  readonly headers: readonly Header[];
  /** Which fact it is, read of every record without its other headers. */
  readonly ceType: string | undefined;
  /** The headers with values as text, for those that are, without a copy of their bytes. */
  readonly headerTexts: readonly (readonly [name: string, value: string])[];
}

/** A record to be appended. Without `partition` its key decides, as in the Java client (murmur2). */
export interface NewRecord {
  readonly topic: string;
  readonly partition?: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: readonly Header[] | StoredHeaders;
}

/** Where a group's committed offset of a partition shall stand: the next record to hear. */
export interface Position {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

/** Not to be shared: one send at a time, and never another one after a rejected one (see CarefulProducer). */
export interface LogProducer {
  /** Resolves when every record is acknowledged by all in-sync replicas; else rejects with a LogError. */
  send(records: readonly NewRecord[]): Promise<void>;
  close(): Promise<void>;
}

/** What one fetch brought of one partition. */
export interface LogBatch {
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly LogRecord[];
  /** Offset of the last thing fetched, which may be a control record behind `records`. */
  readonly lastOffset: string;
  /** Offset that the next record of the partition will get. */
  readonly endOffset: string;
  /** The next fetch begins behind this offset. */
  resolve(offset: string): void;
  /** Works while the consumer stops, too. Rejects with LogError `group_changed` when the group has moved on. */
  commit(positions: readonly Position[]): Promise<void>;
  /** Rejects with LogError `group_changed` when a rebalance has begun. */
  heartbeat(): Promise<void>;
}

export interface ConsumerEvents {
  joined(partitions: readonly { topic: string; partitions: readonly number[] }[]): void;
  rebalancing(): void;
  /** Awaited before it joins, the first time and again: until then nobody else is given what it has. */
  joining?(): Promise<void>;
  /** The broker has answered a fetch or a heartbeat. */
  alive(): void;
  /** The broker has taken it for a member, asked at this time (epoch milliseconds): a session long from then, at least. */
  confirmed?(askedAt: number): void;
  /** The consumer is dead for good and has been closed. */
  crashed(error: Error): void;
}

export interface ConsumerOptions {
  readonly groupId: string;
  readonly topics: readonly string[];
  /** How many partitions' batches `eachBatch` may be given at once. */
  readonly partitionsAtOnce: number;
  /** Must not reject. What it has not resolved is fetched again. */
  eachBatch(batch: LogBatch): Promise<void>;
  readonly events: ConsumerEvents;
}

export interface LogConsumer {
  connect(): Promise<void>;
  /** Joins the group and begins; everything said before a group's first start is heard too. */
  subscribe(): Promise<void>;
  pause(topics: readonly string[]): void;
  resume(topics: readonly string[]): void;
  /** The next fetch of the partition begins there; what was fetched and not given to `eachBatch` yet is dropped. Once subscribed. */
  seek(position: Position): void;
  /** Lets batches under way end, then leaves the group at once and closes. */
  stop(): Promise<void>;
}

/** Offsets of a partition, decimal strings: of its oldest record, and of the one that will be appended next. */
export interface Range {
  readonly begin: string;
  readonly end: string;
}

export interface TopicSpec {
  readonly name: string;
  readonly partitions: number;
  readonly replication: number;
  readonly config: Readonly<Record<string, string>>;
}

export interface LogAdmin {
  /** Partition counts of all topics by physical name. */
  topics(): Promise<ReadonlyMap<string, number>>;
  /** A topic that exists already is left as it is. */
  createTopics(topics: readonly TopicSpec[]): Promise<void>;
  deleteTopics(names: readonly string[]): Promise<void>;
  /** Next offset of each partition of a topic. */
  endOffsets(topic: string): Promise<ReadonlyMap<number, string>>;
  /** Of each partition of a topic. Rejects with LogError `topic_unknown`. */
  ranges(topic: string): Promise<ReadonlyMap<number, Range>>;
  /** Of each partition of a topic: its first record that was appended at that time (UTC milliseconds) or later, else its end. */
  offsetsSince(topic: string, time: number): Promise<ReadonlyMap<number, string>>;
  /** Committed offsets of a group; `-1` where there is none. */
  committed(groupId: string, topics: readonly string[]): Promise<readonly Position[]>;
  members(groupId: string): Promise<number>;
  deleteGroups(groupIds: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** A consumer group, as whoever is no member of it sees it. */
export interface GroupSeen {
  readonly groupId: string;
  /** false: it is changing, and its members can't be told for sure. */
  readonly isStable: boolean;
  readonly members: number;
  /** Physical names of what its members hear. */
  readonly topics: readonly string[];
}

/** A place in a partition. */
export interface Offset {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
}

export interface Fetched {
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly LogRecord[];
  /** Where to read on: behind the records, and behind what stands there and is none. */
  readonly next: bigint;
  /** The offset that the next record will get. */
  readonly end: bigint;
}

/** Looks at the log as no group's member, and leaves no trace. Every method rejects with a LogError. */
export interface LogSight {
  /** Partition counts of all topics by physical name. */
  topics(): Promise<ReadonlyMap<string, number>>;
  /** Those whose name begins so; a group stays for days after its last member has left. */
  groups(prefix: string): Promise<readonly GroupSeen[]>;
  /** Of all partitions of which the group has committed an offset. */
  committed(groupId: string): Promise<readonly Position[]>;
  /**
   * Of each partition of those topics: where it begins or ends, or its first record that was appended at that time (UTC
   * milliseconds) or later, -1 when there is none. Nothing of a topic that doesn't exist.
   */
  offsets(topics: readonly string[], at: 'begin' | 'end' | number): Promise<readonly Offset[]>;
  /** `maxBytes` of each partition, and one batch at least; the broker waits so long for something to come. */
  fetch(
    wanted: readonly Offset[],
    how: { readonly waitMs: number; readonly maxBytes: number },
  ): Promise<readonly Fetched[]>;
  close(): Promise<void>;
}

/** The log, as much of it as this library needs. */
export interface Log {
  producer(): Promise<LogProducer>;
  consumer(options: ConsumerOptions): LogConsumer;
  admin(): Promise<LogAdmin>;
  /** Connects when it is first asked. */
  sight(): LogSight;
  /** Partition count of a topic, asked for once. Rejects with LogError `topic_unknown`. */
  partitionsOf(topic: string): Promise<number>;
}

/**
 * - `log_unavailable`: nobody's fault, wait and try again
 * - `access_refused`: Kafka does not let this process in, or this process does not trust Kafka; waits like `log_unavailable`,
 *   but somebody must do what the message says
 * - `record_refused`: the broker will never take a record of this send (too large, invalid)
 * - `topic_unknown`: the topic does not exist (yet)
 * - `group_changed`: this member's share of the group is being, or has been, given away
 */
export type LogErrorCode = 'log_unavailable' | 'access_refused' | 'record_refused' | 'topic_unknown' | 'group_changed';

export class LogError extends Error {
  override readonly name = 'LogError';
  constructor(
    readonly code: LogErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A header of a record. */
export type Header = readonly [name: string, value: string];

export interface Stored {
  readonly offset: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: readonly Header[];
  /** The same, byte for byte. */
  readonly headerBytes: readonly (readonly [name: string, value: Buffer])[];
  /** When the broker appended it, UTC milliseconds. */
  readonly appendedAt: number;
}

export interface NewStored {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An owner of a log, as brokers tell owners apart: of two with one id the lower epoch is refused. */
export interface Owner {
  readonly producerId: string;
  readonly epoch: number;
  /** The number of the next record. */
  sequence: number;
}

/** From where a partition is read; topics by their physical names. */
export interface Wanted {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
}

export interface Fetched extends Wanted {
  readonly records: readonly Stored[];
  /** The offset that the next record will get. */
  readonly end: number;
}

export interface Fetching {
  /** For how long the broker may wait for something to come. */
  readonly waitMs: number;
  readonly maxBytes: number;
}

/**
 * Kafka's inner calls, as few of them as the commit protocol needs. Nothing here is tried again: whoever gets an error can't know
 * what has happened, and has to read the log.
 */
export interface TaskLog {
  /** A rising epoch, handed out by the transaction coordinator. By itself it keeps nobody from anything: a record of its owner does. */
  own(transactionalId: string): Promise<Owner>;
  /** One record batch on one partition; the offset of its first record. `owner` undefined: nobody's. */
  append(topic: string, partition: number, records: readonly NewStored[], owner?: Owner): Promise<number>;
  /** Rejects with `out_of_range` when a partition does not begin so early. */
  fetch(wanted: readonly Wanted[], how: Fetching): Promise<readonly Fetched[]>;
  /** Where a partition begins, and the offset that its next record will get. */
  range(topic: string, partition: number): Promise<{ readonly begin: number; readonly end: number }>;
  close(): Promise<void>;
}

/**
 * - `fenced`: another owner has written since
 * - `too_large`: the broker never takes a batch of this size
 * - `out_of_range`: what is to be read is not there any more
 * - `unavailable`: anything else; nobody's fault
 */
export type TaskLogErrorCode = 'fenced' | 'too_large' | 'out_of_range' | 'unavailable';

export class TaskLogError extends Error {
  override readonly name = 'TaskLogError';
  constructor(
    readonly code: TaskLogErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

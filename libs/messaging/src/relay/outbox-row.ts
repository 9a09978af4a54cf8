import { StoredHeaders } from '../log/header-bytes.js';
import type { NewRecord } from '../log/port.js';

/** A row of the outbox as it is read; `topic` is the logical name, `id` a decimal string. */
export interface OutboxRow {
  readonly id: string;
  readonly bucket: number;
  readonly topic: string;
  readonly key: Buffer | null;
  readonly headers: Buffer;
  readonly value: Buffer | null;
  /** When it was inserted, epoch milliseconds by the database's clock. Read while telemetry is on. */
  readonly saidAt?: number;
}

/** A row that knows where it goes. */
export interface Letter {
  readonly row: OutboxRow;
  readonly record: NewRecord & { readonly partition: number };
  /** Upper estimate of its bytes in a record batch. */
  readonly size: number;
}

const RECORD_OVERHEAD = 24;

/** Throws a RangeError when the row's headers are no headers. */
export const letterOf = (row: OutboxRow, topic: string, partition: number): Letter => ({
  row,
  record: { topic, partition, key: row.key, value: row.value, headers: new StoredHeaders(row.headers) },
  size: RECORD_OVERHEAD + (row.key?.length ?? 0) + row.headers.length + (row.value?.length ?? 0),
});

/** Identifies topic and key together. */
export const keyOf = ({ topic, key }: OutboxRow): string => `${topic} ${key?.toString('latin1') ?? ''}`;

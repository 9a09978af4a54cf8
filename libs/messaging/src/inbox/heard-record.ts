import { factByCeType, readHeaders, type AnyFactType } from '@ride/events';
import { v5 } from 'uuid';
import type { Cause } from '../cause.js';
import type { LogRecord } from '../log/port.js';
import { chainOf } from '../retry/chains.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Namespace of the ids that facts without a valid ce_id get. */
const POSITION_IDS = '5f2f7c1e-6a0b-5c53-9a43-3d1d3b6f1c11';
/** Beyond it a date is written with more digits than PostgreSQL reads. */
const YEAR_10000 = Date.UTC(10_000, 0);
const NO_KEY = Buffer.alloc(0);

/** A record of the log that somebody in this service hears, with what its headers say. */
export interface HeardRecord {
  readonly record: LogRecord;
  /** Logical topic, without the namespace. */
  readonly topic: string;
  /** Absent when the record does not say which fact it is. */
  readonly type: AnyFactType | undefined;
  readonly key: Buffer;
  /** The ce_id; without a valid one, a UUIDv5 of topic, partition and offset. */
  readonly id: string;
  /** Event time, UTC milliseconds; when it was appended, if the record has none that can be. The inbox finds it by this. */
  readonly time: number;
  readonly cause: Cause;
  /** Facts of one chain are handled one after the other. */
  readonly chain: string;
}

export function heardRecord(record: LogRecord, topic: string, type: AnyFactType | undefined): HeardRecord {
  const headers = readHeaders(record.headerTexts);
  const key = record.key ?? NO_KEY;
  const id =
    headers.id !== undefined && UUID.test(headers.id)
      ? headers.id
      : v5(`${record.topic}/${record.partition}/${record.offset}`, POSITION_IDS);
  return {
    record,
    topic,
    type,
    key,
    id,
    time:
      headers.time !== undefined && headers.time >= 0 && headers.time < YEAR_10000 ? headers.time : record.appendedAt,
    cause: {
      id,
      correlationId: headers.correlationId ?? id,
      traceparent: headers.traceparent,
      tracestate: headers.tracestate,
    },
    chain: chainOf({ topic, key }),
  };
}

/**
 * What nobody here hears is skipped by its ce_type header, before its value is decoded. A record without one may be a fact
 * that somebody has spoilt: it is not skipped.
 */
export function heardIn(
  record: LogRecord,
  namespace: string,
  hears: (type: string) => boolean,
): HeardRecord | undefined {
  if (!record.value) return undefined;
  const { ceType } = record;
  const type = ceType === undefined ? undefined : factByCeType(ceType);
  if (ceType !== undefined && !(type && hears(type.type))) return undefined;
  return heardRecord(record, record.topic.slice(namespace.length), type);
}

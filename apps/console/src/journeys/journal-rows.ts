import { handledIn, readHeaders, type FactsHandled } from '@ride/events';
import type { ObservedRecord } from '@ride/messaging';
import { withoutPersonal } from './personal.js';

/** What a record is kept as: a fact, a failed fact that is tried again or given up, or what nobody can read. */
export type RecordKind = 'fact' | 'retry' | 'dead-letter' | 'unreadable';

/** A row of `record`; instants as ISO 8601. */
export interface RecordRow {
  readonly day: string;
  readonly topic: string;
  readonly partition: number;
  readonly place: string;
  readonly kind: RecordKind;
  readonly appended_at: string;
  readonly at: string;
  readonly event: string;
  readonly correlation_id: string;
  readonly causation_id: string | undefined;
  readonly service: string | undefined;
  readonly type: string | undefined;
  readonly key: string | null;
  readonly request: string | undefined;
  readonly trace_id: string | undefined;
  readonly data: unknown;
}

/** A row of `handling`. */
export interface HandlingRow {
  readonly day: string;
  readonly partition: number;
  readonly place: string;
  readonly line: number;
  readonly event: string;
  readonly correlation_id: string;
  readonly service: string;
  readonly subscription: string;
  readonly handler: string;
  readonly attempt: number;
  readonly at: string;
  readonly took_ms: number;
}

/** Longer texts would not fit an index; ours are shorter. */
const LONGEST = 200;
const cut = (text: string): string => text.slice(0, LONGEST);
const iso = (time: number): string => new Date(time).toISOString();
export const dayOf = (time: number): string => iso(time).slice(0, 10);

export function recordRow(record: ObservedRecord): RecordRow {
  const { topic, partition, offset, appendedAt, time } = record;
  const { ceType, causationId, source, request, traceparent } = readHeaders(record.headers);
  const kind = kindOf(record);
  return {
    ...{ day: dayOf(appendedAt), topic, partition, place: offset, kind },
    ...{ appended_at: iso(appendedAt), at: iso(kind === 'fact' ? time : appendedAt) },
    event: cut(record.id),
    correlation_id: cut(record.correlationId),
    causation_id: causationId && cut(causationId),
    service: kind === 'retry' || kind === 'dead-letter' ? topic.split('.')[0] : source?.replace(/^\//, ''),
    type: ceType?.replace(/^.*\./, ''),
    key: record.key && cut(record.key),
    request,
    trace_id: /^[0-9a-f]{2}-([0-9a-f]{32})-/.exec(traceparent ?? '')?.[1],
    data: dataOf(record, kind, ceType ?? ''),
  };
}

export function handlingRows(record: ObservedRecord): readonly HandlingRow[] {
  if (record.fact?.type !== 'FactsHandled') return [];
  const { began, handled, subscription } = record.fact.data as FactsHandled['data'];
  const { appendedAt, partition, offset } = record;
  return handledIn(began, handled).map(({ event, correlationId, handler, attempt, at, tookMs }, line) => ({
    ...{ day: dayOf(appendedAt), partition, place: offset, line },
    ...{ event: cut(event), correlation_id: cut(correlationId) },
    ...{ service: subscription.split('.')[0] ?? subscription, subscription, handler, attempt },
    at: iso(at),
    took_ms: tookMs,
  }));
}

function kindOf({ topic, unreadable }: ObservedRecord): RecordKind {
  if (topic.endsWith('.retry.v1')) return 'retry';
  if (topic.endsWith('.dead-letters.v1')) return 'dead-letter';
  return unreadable === undefined ? 'fact' : 'unreadable';
}

function dataOf({ topic, fact, headers, unreadable }: ObservedRecord, kind: RecordKind, ceType: string): unknown {
  switch (kind) {
    case 'fact':
      return fact === undefined ? null : withoutPersonal(topic, ceType, fact.data as Record<string, unknown>);
    case 'unreadable':
      return { unreadable };
    case 'retry':
    case 'dead-letter':
      // Behind the fact's own: one that was here before has two of each, and the last counts.
      return Object.fromEntries(headers.filter(([name]) => name.startsWith(`${kind}-`)));
  }
}

/** The ids of people in a fact's data, and of the person whom its key is. */
export function peopleIn({ kind, topic, key, data }: RecordRow): readonly string[] {
  if (kind !== 'fact' || data === null) return [];
  const { riderId, driverId } = data as { riderId?: unknown; driverId?: unknown };
  const isPersons = topic !== 'rides.v1' && key !== null;
  return [riderId, driverId, isPersons ? key : undefined].filter((id): id is string => typeof id === 'string');
}

import type { Entry } from './journey.shapes.js';

/** A row of `record` as it is read; instants are Dates. */
export interface ReadRecord {
  readonly topic: string;
  readonly partition: number;
  readonly place: string;
  readonly kind: 'fact' | 'retry' | 'dead-letter' | 'unreadable';
  readonly appended_at: Date;
  readonly at: Date;
  readonly event: string;
  readonly causation_id: string | null;
  readonly service: string | null;
  readonly type: string | null;
  readonly key: string | null;
  readonly request: string | null;
  readonly trace_id: string | null;
  readonly data: Record<string, unknown> | null;
}
export interface ReadHandling {
  readonly partition: number;
  readonly place: string;
  readonly line: number;
  readonly event: string;
  readonly service: string;
  readonly subscription: string;
  readonly handler: string;
  readonly attempt: number;
  readonly at: Date;
  readonly took_ms: number;
}

/** `isFact`: whether a cause is a fact that stands somewhere in the log; what is none was a request, a round or a deadline. */
export function entriesOf(
  records: readonly ReadRecord[],
  handlings: readonly ReadHandling[],
  isFact: (id: string) => boolean,
): Entry[] {
  const letterIds = new Map(
    records
      .filter(({ kind }) => kind === 'retry')
      .map(({ event, data }) => [lettersKey(event, data), text(data, 'retry-fact')]),
  );
  // The relay may say a fact twice, and an operator's repair may bring a letter back: facts are told once.
  const told = new Set<string>();
  const facts = records.filter((record) => {
    if (record.kind === 'retry' || record.kind === 'dead-letter') return false;
    const isNew = !told.has(record.event);
    told.add(record.event);
    return isNew;
  });
  const entries = [
    ...requestsOf(facts, isFact),
    ...facts.map(factOf),
    ...handlings.map(handledOf),
    ...records.flatMap((record) => (record.kind === 'retry' ? retryOf(record) : [])),
    ...records.flatMap((record) => (record.kind === 'dead-letter' ? deadLetterOf(record, letterIds) : [])),
  ];
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : ORDER[a.kind] - ORDER[b.kind]));
}
const ORDER = { request: 0, fact: 1, handled: 2, retry: 3, 'dead-letter': 4 } as const;

function requestsOf(facts: readonly ReadRecord[], isFact: (id: string) => boolean): Entry[] {
  const requests = new Map<string, Entry>();
  for (const { causation_id: id, service, request, at } of facts) {
    if (id === null || isFact(id) || requests.has(id)) continue;
    requests.set(id, {
      ...{ kind: 'request', id, causationId: null, service: service ?? '' },
      ...{ request, at: at.toISOString() },
    });
  }
  return [...requests.values()];
}

function factOf(record: ReadRecord): Entry {
  const { event: id, causation_id: causationId, service, type, key, trace_id: traceId, data } = record;
  const isUnreadable = record.kind === 'unreadable';
  return {
    ...{ kind: 'fact', id, causationId, service: service ?? '', type: type ?? '', ...placeOf(record), key },
    ...{ at: record.at.toISOString(), loggedAt: record.appended_at.toISOString(), traceId },
    ...{ data: isUnreadable ? null : data, unreadable: isUnreadable ? text(data, 'unreadable') : null },
  };
}

function handledOf(row: ReadHandling): Entry {
  const { partition, place, line, event, service, subscription, handler, attempt, at, took_ms: tookMs } = row;
  return {
    ...{ kind: 'handled', id: `${partition}/${place}/${line}`, causationId: event, service, subscription, handler },
    ...{ attempt, at: at.toISOString(), tookMs, outcome: 'done' },
  };
}

function retryOf(record: ReadRecord): Entry {
  const { event: causationId, service, data } = record;
  const due = Number(text(data, 'retry-due'));
  return {
    ...{ kind: 'retry', id: idOf(record), causationId, service: service ?? '', at: record.at.toISOString() },
    ...{ subscription: text(data, 'retry-subscription'), handler: text(data, 'retry-handler') },
    ...{ attempt: Number(text(data, 'retry-attempts')), dueAt: due > 0 ? new Date(due).toISOString() : null },
    ...{ error: text(data, 'retry-reason') || null, ...placeOf(record) },
  };
}

function deadLetterOf(record: ReadRecord, letterIds: ReadonlyMap<string, string>): Entry {
  const { event: causationId, service, data } = record;
  return {
    ...{ kind: 'dead-letter', id: idOf(record), causationId, service: service ?? '', at: record.at.toISOString() },
    ...{ subscription: text(data, 'dead-letter-subscription'), handler: text(data, 'dead-letter-handler') },
    ...{ attempts: Number(text(data, 'dead-letter-attempts')), reason: text(data, 'dead-letter-code') },
    ...{ error: text(data, 'dead-letter-reason'), ...placeOf(record) },
    letterId: letterIds.get(lettersKey(causationId, data)) ?? null,
  };
}

/** One fact may be dead to several subscriptions. */
function lettersKey(event: string, data: ReadRecord['data']): string {
  return `${event} ${text(data, 'retry-subscription') || text(data, 'dead-letter-subscription')}`;
}

function placeOf({ topic, partition, place }: ReadRecord) {
  return { topic, partition, offset: place };
}

function idOf({ topic, partition, place }: ReadRecord): string {
  return `${topic}/${partition}/${place}`;
}

function text(data: ReadRecord['data'], name: string): string {
  const value = data?.[name];
  return typeof value === 'string' ? value : '';
}

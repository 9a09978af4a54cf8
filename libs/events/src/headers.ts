import type { NewFact } from './fact.js';

/** What the headers of a fact say beside the fact itself. */
export interface Envelope {
  /** UUID v7 of this saying of the fact. */
  readonly id: string;
  readonly fact: NewFact;
  /** Who says it: `/rider`. */
  readonly source: string;
  /** Event time, UTC milliseconds. */
  readonly time: number;
  readonly correlationId: string;
  /** The ce_id of the fact reacted to, or the request's id. */
  readonly causationId: string;
  /** The request because of which it is said, as its route is written: `POST /rides/:rideId/cancellation`. */
  readonly request?: string | undefined;
  readonly traceparent?: string | undefined;
  readonly tracestate?: string | undefined;
}

export type Header = readonly [name: string, value: Buffer];

/** CloudEvents 1.0, Kafka binary binding; always in this order, so that equal facts have equal bytes. */
export function headerTexts(envelope: Envelope): [name: string, value: string][] {
  const { fact } = envelope;
  const headers: [string, string][] = [
    ['ce_specversion', '1.0'],
    ['ce_id', envelope.id],
    ['ce_type', fact.fact.ceType],
    ['ce_source', envelope.source],
    ['ce_time', new Date(envelope.time).toISOString()],
    ['ce_subject', fact.key],
    ['content-type', 'application/avro'],
    ['ce_correlationid', envelope.correlationId],
    ['ce_causationid', envelope.causationId],
  ];
  if (envelope.request) headers.push(['ce_request', envelope.request]);
  if (envelope.traceparent) headers.push(['traceparent', envelope.traceparent]);
  if (envelope.tracestate) headers.push(['tracestate', envelope.tracestate]);
  return headers;
}

/** The same as bytes. */
export function factHeaders(envelope: Envelope): [string, Buffer][] {
  return headerTexts(envelope).map(([name, value]) => [name, Buffer.from(value)]);
}

export interface FactHeaders {
  readonly id?: string;
  readonly ceType?: string;
  readonly source?: string;
  /** Event time, UTC milliseconds; absent when the header is no date. */
  readonly time?: number;
  readonly subject?: string;
  readonly correlationId?: string;
  readonly causationId?: string;
  /** Of a fact that a request caused: its method and its route, without ids. */
  readonly request?: string;
  readonly traceparent?: string;
  readonly tracestate?: string;
}

const FIELD_OF = new Map<string, keyof FactHeaders>([
  ['ce_id', 'id'],
  ['ce_type', 'ceType'],
  ['ce_source', 'source'],
  ['ce_time', 'time'],
  ['ce_subject', 'subject'],
  ['ce_correlationid', 'correlationId'],
  ['ce_causationid', 'causationId'],
  ['ce_request', 'request'],
  ['traceparent', 'traceparent'],
  ['tracestate', 'tracestate'],
]);

/** Reads what is there: nothing that arrives makes it throw. Of a header that comes twice, the first counts. */
export function readHeaders(headers: Iterable<readonly [name: string, value: Buffer | string]>): FactHeaders {
  const read: Partial<Record<keyof FactHeaders, string | number>> = {};
  for (const [name, value] of headers) {
    const field = FIELD_OF.get(name);
    if (field === undefined || read[field] !== undefined) continue;
    const text = value.toString();
    if (field !== 'time') read[field] = text;
    else {
      const time = Date.parse(text);
      if (!Number.isNaN(time)) read.time = time;
    }
  }
  return read as FactHeaders;
}

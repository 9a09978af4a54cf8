import { headerTexts, type NewFact, type Schemas, type Service } from '@ride/events';
import { childOf, telemetry } from '@ride/observability';
import { v7 } from 'uuid';
import type { Cause } from '../cause.js';
import type { QueryConfig } from 'pg';
import { encodeHeaderTexts } from '../log/header-bytes.js';
import { INSERT_OUTBOX } from '../relay/outbox.sql.js';

/** A row of the outbox before it has an id. `topic` is the logical name, without the namespace. */
export interface Outgoing {
  readonly topic: string;
  /** Null only in a copy of a record without a key, a dead letter or a retry. */
  readonly key: Buffer | null;
  readonly headers: Buffer;
  readonly value: Buffer | null;
}

/** A programming error: the fact may not leave like this. */
export class PublishRefused extends Error {
  readonly code = 'publish_refused';
}

/** Makes the record of a fact: its headers say who said it, when, and because of what. */
export class Envelope {
  constructor(
    private readonly service: Service,
    private readonly schemas: Schemas,
  ) {}

  seal(fact: NewFact, cause: Cause, time: number): Outgoing {
    const { topic, by } = fact.fact;
    if (!by.includes(this.service))
      throw new PublishRefused(`${this.service} may not say ${fact.type}: its declaration names ${by.join(', ')}.`);
    const headers = headerTexts({
      id: v7(),
      fact,
      source: `/${this.service}`,
      time,
      correlationId: topic.correlatedBy === 'key' ? fact.key : cause.correlationId,
      causationId: cause.id,
      request: cause.request,
      traceparent: cause.traceparent && contextOf(cause.traceparent),
      tracestate: cause.tracestate,
    });
    return {
      topic: topic.name,
      key: Buffer.from(fact.key),
      headers: encodeHeaderTexts(headers),
      value: this.schemas.encode(fact),
    };
  }
}

/** While telemetry is on, the cause's span is one that is told: what follows from the fact hangs on it. */
function contextOf(traceparent: string): string {
  return telemetry() ? traceparent : childOf(traceparent);
}

/**
 * The statement that puts facts into the outbox; its rows are the buckets written to. Keys, headers and values go as one run of bytes with the places in it: as
 * arrays of bytea the driver would write them as text, twice as long and escaped.
 */
export function outboxStatement(rows: readonly Outgoing[]): QueryConfig {
  const bytes: Buffer[] = [];
  const places: [keys: number[], headers: number[], values: number[], ends: number[]] = [[], [], [], []];
  let at = 1;
  for (const { key, headers, value } of rows) {
    places[0].push(key === null ? 0 : at);
    if (key !== null) {
      bytes.push(key);
      at += key.length;
    }
    bytes.push(headers);
    places[1].push(at);
    at += headers.length;
    places[2].push(value === null ? 0 : at);
    if (value !== null) {
      bytes.push(value);
      at += value.length;
    }
    places[3].push(at);
  }
  return {
    name: 'outbox',
    text: INSERT_OUTBOX,
    values: [rows.map(({ topic }) => topic), Buffer.concat(bytes), ...places.map((all) => `{${all.join(',')}}`)],
  };
}

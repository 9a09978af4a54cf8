import type { AnyFactType } from '../../fact.js';
import { DEAD_LETTER_HEADERS, RETRY_HEADERS } from '../../failed-headers.js';
import { EXAMPLE_TIME, exampleId } from '../example-data.js';

export type Json = Readonly<Record<string, unknown>>;

const uuid = { type: 'string', format: 'uuid' };
const trace = {
  type: 'string',
  description: 'W3C Trace Context, of whoever caused the fact; absent where nobody traces',
};

/** CloudEvents 1.0 in the Kafka binary binding, as JSON Schema: what `headerTexts` writes. */
export const FACT_HEADERS: Json = {
  type: 'object',
  description: 'CloudEvents 1.0, Kafka binary binding. Texts in UTF-8.',
  properties: {
    ce_specversion: { type: 'string', const: '1.0' },
    ce_id: { ...uuid, description: 'UUID v7 of this saying of the fact; a reader that has seen it has seen the fact' },
    ce_type: { type: 'string', description: 'the topic’s noun and the fact: the full name of the Avro record' },
    ce_source: { type: 'string', format: 'uri-reference', description: 'who says it: /booking' },
    ce_time: { type: 'string', format: 'date-time', description: 'event time, UTC, with milliseconds' },
    ce_subject: { type: 'string', description: 'the key' },
    'content-type': { type: 'string', const: 'application/avro' },
    ce_correlationid: {
      type: 'string',
      description: 'the ride’s id for all that a ride causes; elsewhere the id of the request that began it',
    },
    ce_causationid: { type: 'string', description: 'the ce_id of the fact reacted to, or the id of the request' },
    ce_request: {
      type: 'string',
      description: 'of a fact that a request caused: its method and its route, such as POST /rides/:rideId/rating',
    },
    traceparent: trace,
    tracestate: trace,
  },
  required: [
    'ce_specversion',
    'ce_id',
    'ce_type',
    'ce_source',
    'ce_time',
    'ce_subject',
    'content-type',
    'ce_correlationid',
    'ce_causationid',
  ],
};

export const RETRY_RECORD_HEADERS = added('The headers of the fact, byte for byte, and behind them:', RETRY_HEADERS);
export const DEAD_LETTER_RECORD_HEADERS = added(
  'The headers of the fact, byte for byte, and behind them:',
  DEAD_LETTER_HEADERS,
);

function added(description: string, headers: Readonly<Record<string, string>>): Json {
  return {
    type: 'object',
    description,
    properties: Object.fromEntries(
      Object.entries(headers).map(([name, what]) => [name, { type: 'string', description: what }]),
    ),
    required: Object.keys(headers),
  };
}

/** The headers of a fact that `service` says. */
export function exampleHeaders(fact: AnyFactType, service: string, subject: string): Json {
  return {
    ce_specversion: '1.0',
    ce_id: exampleId(fact.type),
    ce_type: fact.ceType,
    ce_source: `/${service}`,
    ce_time: new Date(EXAMPLE_TIME).toISOString(),
    ce_subject: subject,
    'content-type': 'application/avro',
    ce_correlationid: fact.topic.correlatedBy === 'key' ? subject : exampleId('request'),
    ce_causationid: exampleId('cause'),
  };
}

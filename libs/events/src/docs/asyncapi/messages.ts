import type { AnyFactType } from '../../fact.js';
import { exampleData } from '../example-data.js';
import { fieldsText } from '../field-text.js';
import { shapes } from '../../fields/kinds.js';
import type { FailedTopics } from '../subscriptions.js';
import { exampleHeaders, type Json } from './headers.js';

const AVRO = 'application/vnd.apache.avro;version=1.9.0';

/** A fact as a message. `version` is the newest of its published schemas. */
export function factMessage(fact: AnyFactType, version: number): Json {
  const { type, topic, what, by, change } = fact;
  const example = exampleData(fact);
  const key = String(example[topic.key]);
  const [sayer = ''] = by;
  return {
    name: type,
    title: type,
    summary: what,
    description: `Carries ${fieldsText(shapes(fact.fields), ', ')}.`,
    contentType: 'application/avro',
    headers: {
      allOf: [
        { $ref: '#/components/schemas/factHeaders' },
        { type: 'object', properties: { ce_type: { type: 'string', const: fact.ceType } } },
      ],
    },
    payload: { schemaFormat: AVRO, schema: fact.avro },
    correlationId: { $ref: '#/components/correlationIds/correlation' },
    tags: [{ name: topic.noun }, { name: change }],
    bindings: { kafka: recordBinding(`The ${topic.key} of the fact.`) },
    examples: [{ name: type, headers: exampleHeaders(fact, sayer, key), payload: example }],
    'x-ce-type': fact.ceType,
    'x-subject': `${topic.name}-${fact.ceType}`,
    'x-version': version,
    'x-change': change,
    'x-said-by': by,
  };
}

/** A record of a service's retry topic: any of the facts that it hears. */
export function retryMessage({ service, facts }: FailedTopics): Json {
  return failedMessage(facts, {
    name: `${service}.retry`,
    title: `A fact that ${service} tries again`,
    summary: 'The head of a blocked key, whose next attempt is due',
    headers: { $ref: '#/components/schemas/retryHeaders' },
  });
}

/** A dead letter of a service. */
export function deadLetterMessage({ service, facts }: FailedTopics): Json {
  return failedMessage(facts, {
    name: `${service}.dead-letter`,
    title: `A fact that ${service} gave up on`,
    summary: 'Why, where, when and how often it failed stands in the headers; the truth is the service’s failed_fact',
    headers: { $ref: '#/components/schemas/deadLetterHeaders' },
  });
}

function failedMessage(facts: readonly AnyFactType[], about: Json): Json {
  return {
    ...about,
    contentType: 'application/octet-stream',
    payload: {
      type: 'string',
      format: 'binary',
      description: 'The value as it stands on its own topic, byte for byte; also one that nobody can read.',
    },
    bindings: { kafka: recordBinding('The key as it stands on the fact’s own topic.') },
    'x-facts': facts.map(({ type }) => type),
  };
}

function recordBinding(key: string): Json {
  return {
    key: { type: 'string', description: `${key} Facts of one key are in one partition, in order.` },
    schemaIdLocation: 'payload',
    schemaIdPayloadEncoding: 'confluent',
    schemaLookupStrategy: 'TopicRecordNameStrategy',
    bindingVersion: '0.5.0',
  };
}

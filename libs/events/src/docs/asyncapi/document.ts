import type { AnyFactType } from '../../fact.js';
import type { Versions } from '../../published/versions.js';
import type { TopicDeclaration } from '../../topic.js';
import type { ServiceText } from '../services.js';
import { failedTopicsOf } from '../subscriptions.js';
import { failedChannels, topicChannel } from './channels.js';
import { DEAD_LETTER_RECORD_HEADERS, FACT_HEADERS, RETRY_RECORD_HEADERS, type Json } from './headers.js';
import { deadLetterMessage, factMessage, retryMessage } from './messages.js';
import { failedOperations, receives, sends } from './operations.js';

const DESCRIPTION = `What the services of Ride say and hear, by topic. Made from the declarations in \`libs/events\` and the handlers of the
services by \`npm run docs\`; a test fails when it is stale.

Where a namespace is set (\`RIDE_NAMESPACE\`), it stands in front of every topic, consumer group and schema subject. Values are Avro in
the Confluent wire format (0, four-byte schema id, body); headers are CloudEvents 1.0 in the Kafka binary binding. Instants are UTC
milliseconds, money is minor units of an ISO 4217 currency, places are WGS 84 degrees. The symbol \`unknown\` of an enum is what an older
reader sees of one that was added after it was built.`;

export interface Spoken {
  readonly topics: readonly TopicDeclaration[];
  readonly facts: readonly AnyFactType[];
  readonly services: readonly ServiceText[];
  readonly versions: Pick<Versions, 'of'>;
}

/** The topics as an AsyncAPI document, version 3. */
export function asyncapi({ topics, facts, services, versions }: Spoken): Json {
  const failed = failedTopicsOf(services, facts).filter(({ subscriptions }) => subscriptions.length > 0);
  return {
    asyncapi: '3.1.0',
    id: 'urn:ride',
    info: {
      title: 'Ride',
      version: '1.0.0',
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      tags: tagsOf(topics, services),
    },
    defaultContentType: 'application/avro',
    servers: SERVERS,
    channels: Object.fromEntries([
      ...topics.map((topic) => [topic.name, topicChannel(topic, facts)] as const),
      ...failed.flatMap(failedChannels),
    ]),
    operations: Object.fromEntries([
      ...services.flatMap((service) =>
        topics.flatMap((topic) => [...sends(service.name, topic, facts), ...receives(service, topic, facts)]),
      ),
      ...failed.flatMap(failedOperations),
    ]),
    components: {
      messages: Object.fromEntries([
        ...facts.map((fact) => [fact.type, factMessage(fact, newest(versions, fact))] as const),
        ...failed.flatMap((each) => [
          [`${each.service}.retry`, retryMessage(each)] as const,
          [`${each.service}.dead-letter`, deadLetterMessage(each)] as const,
        ]),
      ]),
      schemas: {
        factHeaders: FACT_HEADERS,
        retryHeaders: RETRY_RECORD_HEADERS,
        deadLetterHeaders: DEAD_LETTER_RECORD_HEADERS,
      },
      correlationIds: {
        correlation: {
          description: 'All facts that one ride, or one request, has caused.',
          location: '$message.header#/ce_correlationid',
        },
      },
      securitySchemes: {
        user: { type: 'scramSha512', description: 'RIDE_KAFKA_SASL_USERNAME and RIDE_KAFKA_SASL_PASSWORD' },
      },
    },
  };
}

const registry = (url: string) => ({
  kafka: { schemaRegistryUrl: url, schemaRegistryVendor: 'confluent', bindingVersion: '0.5.0' },
});

const SERVERS = {
  local: {
    host: '127.0.0.1:19092',
    protocol: 'kafka',
    description: 'The local stack (`npm start`)',
    bindings: registry('http://127.0.0.1:18081/apis/ccompat/v7'),
  },
  production: {
    host: '{brokers}',
    protocol: 'kafka-secure',
    description: 'Where RIDE_KAFKA_BROKERS leads',
    variables: { brokers: { description: 'RIDE_KAFKA_BROKERS', default: 'kafka.example.com:9093' } },
    security: [{ $ref: '#/components/securitySchemes/user' }],
    bindings: registry('https://registry.example.com/apis/ccompat/v7'),
  },
};

function tagsOf(topics: readonly TopicDeclaration[], services: readonly ServiceText[]): readonly Json[] {
  return [
    ...services.map(({ name }) => ({ name, description: `what the service ${name} says and hears` })),
    ...topics.map(({ noun, name }) => ({ name: noun, description: `facts of ${name}` })),
    { name: 'primary', description: 'facts that start work elsewhere' },
    { name: 'secondary', description: 'facts that only update tables' },
    { name: 'retry', description: 'facts that are tried again' },
    { name: 'dead-letters', description: 'facts that were given up' },
  ].filter(({ name }, i, all) => all.findIndex((tag) => tag.name === name) === i);
}

function newest(versions: Pick<Versions, 'of'>, { topic, type }: AnyFactType): number {
  return versions.of(topic.name, type).at(-1)?.number ?? 1;
}

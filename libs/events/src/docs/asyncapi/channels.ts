import { retentionMs, writersOf } from '../../catalogue.js';
import type { AnyFactType } from '../../fact.js';
import type { TopicDeclaration } from '../../topic.js';
import type { FailedTopics } from '../subscriptions.js';
import type { Json } from './headers.js';

/** Copies of each partition where RIDE_ENV is production. */
const REPLICAS = 3;

export function topicChannel(topic: TopicDeclaration, facts: readonly AnyFactType[]): Json {
  const order = topic.ordered
    ? `Facts of one ${topic.key} are in the order in which they were decided.`
    : 'Its order does not matter.';
  return {
    ...channel(topic, `Facts about each ${topic.noun}, by ${topic.key}`),
    description: `${order} Said by ${writersOf(topic).join(', ')}.`,
    messages: Object.fromEntries(
      facts.filter((fact) => fact.topic === topic).map(({ type }) => [type, { $ref: `#/components/messages/${type}` }]),
    ),
    tags: [{ name: topic.noun }],
    'x-key': topic.key,
    'x-ordered': topic.ordered,
  };
}

export function failedChannels({ service, retry, deadLetters }: FailedTopics): readonly (readonly [string, Json])[] {
  return [
    [
      retry.name,
      {
        ...channel(retry, `Facts that ${service} tries again`),
        description: `Written and read by ${service} alone. The database decides the order; the topic carries the traffic.`,
        messages: { retry: { $ref: `#/components/messages/${service}.retry` } },
        tags: [{ name: 'retry' }],
      },
    ],
    [
      deadLetters.name,
      {
        ...channel(deadLetters, `Facts that ${service} gave up on`),
        description: `Copies for whoever watches; ${service} repairs them by its REST, at /dead-letters.`,
        messages: { deadLetter: { $ref: `#/components/messages/${service}.dead-letter` } },
        tags: [{ name: 'dead-letters' }],
      },
    ],
  ];
}

function channel(topic: TopicDeclaration, summary: string): Json {
  return {
    address: topic.name,
    title: topic.name,
    summary,
    servers: [{ $ref: '#/servers/local' }, { $ref: '#/servers/production' }],
    bindings: {
      kafka: {
        topic: topic.name,
        partitions: topic.partitions,
        replicas: REPLICAS,
        topicConfiguration: configurationOf(topic),
        bindingVersion: '0.5.0',
      },
    },
  };
}

function configurationOf({ cleanup, maxMessageBytes }: TopicDeclaration): Json {
  const retention = retentionMs(cleanup);
  return {
    'cleanup.policy': [retention === null ? 'compact' : 'delete'],
    ...(retention !== null && { 'retention.ms': retention }),
    ...(maxMessageBytes !== undefined && { 'max.message.bytes': maxMessageBytes }),
  };
}

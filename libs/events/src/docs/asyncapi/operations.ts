import type { AnyFactType } from '../../fact.js';
import type { TopicDeclaration } from '../../topic.js';
import type { How } from '../hearings.js';
import type { ServiceText } from '../services.js';
import { subscriptionsOf, type FailedTopics } from '../subscriptions.js';
import type { Json } from './headers.js';

type Named = readonly [name: string, operation: Json];

const HOW: Readonly<Record<How, string>> = {
  On: 'Each takes effect exactly once: inbox, state and outbox commit together. A fact that can’t be handled is tried again, and blocks its key only.',
  Effect: 'A call to the outside, at least once, under one idempotency key. One that can’t be made is tried again.',
  Follow: 'In passing: only the newest counts, and what can’t be read is left out.',
  Stream: 'With state and time: exactly once per record, in the order of the partition, windows by event time.',
  Watch: 'Each instance by itself, as no group’s member: what was said lately, and from now on.',
};

/** `booking.send.rides.v1`: what a service says on a topic. */
export function sends(service: string, topic: TopicDeclaration, facts: readonly AnyFactType[]): readonly Named[] {
  const said = facts.filter((fact) => fact.topic === topic && (fact.by as readonly string[]).includes(service));
  if (said.length === 0) return [];
  const operation = {
    ...about('send', service, topic, `What ${service} says on ${topic.name}`),
    description:
      'Through the outbox: a fact is in the log once what it tells of is committed, in the order of its key.',
    messages: said.map(({ type }) => reference(topic, type)),
  };
  return [[`${service}.send.${topic.name}`, operation]];
}

/** `booking.receive.rides.v1`, `notification.webhooks.receive.rides.v1`: what a consumer group hears on a topic. */
export function receives(
  service: ServiceText,
  topic: TopicDeclaration,
  facts: readonly AnyFactType[],
): readonly Named[] {
  return subscriptionsOf(service).flatMap(({ group, how, hears }): Named[] => {
    const heard = facts.filter((fact) => fact.topic === topic && hears.some((hearing) => hearing.fact === fact.type));
    if (heard.length === 0) return [];
    const operation = {
      ...about('receive', service.name, topic, `What ${group} hears on ${topic.name}`),
      description: HOW[how],
      messages: heard.map(({ type }) => reference(topic, type)),
      ...(how !== 'Watch' && { bindings: groupBinding(group, service.name), 'x-group': group }),
      'x-how': how,
      'x-handlers': hears
        .filter(({ fact }) => heard.some(({ type }) => type === fact))
        .map(({ fact, handler }) => ({ fact, handler })),
    };
    return [[`${group}.receive.${topic.name}`, operation]];
  });
}

/** What a service does with its own retry and dead-letter topics. */
export function failedOperations({ service, retry, deadLetters, subscriptions }: FailedTopics): readonly Named[] {
  if (subscriptions.length === 0) return [];
  const sendsTo = (topic: TopicDeclaration, message: string, summary: string): Named => [
    `${service}.send.${topic.name}`,
    { ...about('send', service, topic, summary), messages: [reference(topic, message)] },
  ];
  return [
    sendsTo(retry, 'retry', 'A blocked key is due: the head of its queue is to be tried'),
    sendsTo(deadLetters, 'deadLetter', 'A fact is given up'),
    ...subscriptions.map(({ group }): Named => [
      `${group}.receive.${retry.name}`,
      {
        ...about('receive', service, retry, `What ${group} tries again`),
        description: `Records of other subscriptions of ${service} are passed by.`,
        messages: [reference(retry, 'retry')],
        bindings: groupBinding(`${group}.retry`, service),
        'x-group': `${group}.retry`,
      },
    ]),
  ];
}

function about(action: 'send' | 'receive', service: string, topic: TopicDeclaration, summary: string): Json {
  return {
    action,
    channel: { $ref: `#/channels/${topic.name}` },
    title: summary,
    summary,
    tags: [{ name: service }],
    'x-service': service,
  };
}

function reference(topic: TopicDeclaration, message: string): Json {
  return { $ref: `#/channels/${topic.name}/messages/${message}` };
}

function groupBinding(group: string, service: string): Json {
  return {
    kafka: {
      groupId: { type: 'string', const: group },
      clientId: { type: 'string', const: `ride-${service}` },
      bindingVersion: '0.5.0',
    },
  };
}

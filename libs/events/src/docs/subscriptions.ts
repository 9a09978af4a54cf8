import { deadLetterTopic, retryTopic } from '../catalogue.js';
import type { AnyFactType, Service } from '../fact.js';
import { SERVICES } from '../fact.js';
import type { TopicDeclaration } from '../topic.js';
import type { Hearing, How } from './hearings.js';
import type { ServiceText } from './services.js';

/** A consumer group and what it hears on its topics: the group's name has the namespace in front. */
export interface Subscription {
  readonly service: string;
  readonly group: string;
  readonly how: How;
  readonly hears: readonly Hearing[];
}

/** The groups of a service, without those of its retry topic: one for all @On, one for all @Follow, one for each effect. Whoever watches is in none: it stands here by its name. */
export function subscriptionsOf({ name, hears }: ServiceText): readonly Subscription[] {
  const groups = Map.groupBy(hears, (hearing) => groupOf(name, hearing));
  return [...groups].map(([group, heard]) => ({ service: name, group, how: heard[0]?.how ?? 'On', hears: heard }));
}

function groupOf(service: string, { how, effect, handler }: Hearing): string {
  switch (how) {
    case 'On':
      return service;
    case 'Follow':
      return `${service}.follow`;
    case 'Watch':
      return `${service}.watch`;
    case 'Effect':
      return `${service}.${effect}`;
    case 'Stream':
      return handler;
  }
}

/** The retry and dead-letter topics of the services that have a handler which can fail: who follows leaves out what it can't read. */
export interface FailedTopics {
  readonly service: Service;
  readonly retry: TopicDeclaration;
  readonly deadLetters: TopicDeclaration;
  /** Facts that may come to stand there. */
  readonly facts: readonly AnyFactType[];
  readonly subscriptions: readonly Subscription[];
}

export function failedTopicsOf(services: readonly ServiceText[], facts: readonly AnyFactType[]): FailedTopics[] {
  return SERVICES.flatMap((service) => {
    const text = services.find(({ name }) => name === service);
    const subscriptions = text ? subscriptionsOf(text).filter(({ how }) => how === 'On' || how === 'Effect') : [];
    const heard = new Set(subscriptions.flatMap(({ hears }) => hears.map(({ fact }) => fact)));
    return {
      service,
      retry: retryTopic(service),
      deadLetters: deadLetterTopic(service),
      facts: facts.filter(({ type }) => heard.has(type)),
      subscriptions,
    };
  });
}

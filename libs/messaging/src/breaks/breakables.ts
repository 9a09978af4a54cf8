import { catalogue, type AnyFactType } from '@ride/events';
import type { Handlers } from '../transport/handlers.js';
import { nameOf } from '../transport/on.js';
import type { BreakableHandler } from './break.js';

/** The handlers of the service that can be broken, and what each hears. */
export function handlersOf(service: string, handlers: Handlers): readonly BreakableHandler[] {
  const on = handlers
    .facts('on')
    .flatMap((fact) => handlers.on(fact).map((handler) => ({ subscription: service, handler: nameOf(handler), fact })));
  const effects = handlers
    .effects()
    .flatMap(({ options, name, facts }) =>
      facts.map((fact) => ({ subscription: `${service}.${options.name}`, handler: name, fact })),
    );
  return [...on, ...effects];
}

/** By its topic, the first fact that a handler hears there. */
export function heardByTopic(handlers: readonly BreakableHandler[]): ReadonlyMap<string, AnyFactType> {
  const facts = new Map(catalogue().facts.map((fact) => [fact.type, fact]));
  const heard = handlers.flatMap(({ fact }) => facts.get(fact) ?? []);
  return new Map(heard.toReversed().map((fact) => [fact.topic.name, fact]));
}

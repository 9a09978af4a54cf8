import { PATTERN_EXTRAS_METADATA, PATTERN_METADATA } from '@nestjs/microservices/constants.js';
import type { Tx } from '../tx.js';
import type { HandlerExtras } from './on.js';

/** A method that hears facts, found by its decorator. */
export interface Hearing {
  readonly kind: HandlerExtras['kind'];
  /** Names of the facts. */
  readonly facts: readonly string[];
  /** With a fact and its Tx; one that follows, with a list of facts. */
  readonly hear: (heard: unknown, tx?: Tx) => unknown;
}

/** What an object with @On, @Follow and @Effect methods hears: for who calls them without Nest. */
export function hearingsOf(handlers: object): readonly Hearing[] {
  const prototype = Object.getPrototypeOf(handlers) as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).flatMap((name): Hearing[] => {
    const method = prototype[name];
    if (typeof method !== 'function' || !Reflect.hasMetadata(PATTERN_METADATA, method)) return [];
    const extras = Reflect.getMetadata(PATTERN_EXTRAS_METADATA, method) as HandlerExtras;
    const facts = Reflect.getMetadata(PATTERN_METADATA, method) as readonly string[];
    return [{ kind: extras.kind, facts, hear: method.bind(handlers) as Hearing['hear'] }];
  });
}

import { setTimeout as wait } from 'node:timers/promises';
import type { MessageHandler } from '@nestjs/microservices';
import { catalogue } from '@ride/events';
import type { EffectCall } from '../transport/effect.js';
import type { HandlerExtras } from '../transport/on.js';
import type { Break } from './break.js';
import { brokenBy } from './broken.js';
import type { Hits } from './hits.js';

/** As a handler is given it. */
interface GivenFact {
  readonly type: string;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Stands between a service and its handlers, and breaks those that are to be broken. */
export class Breaking {
  #breaks: ReadonlyMap<string, readonly Break[]> = new Map();
  /** By the fact's name, the field that is its key. */
  readonly #keys = new Map(catalogue().facts.map(({ type, topic }) => [type, topic.key]));

  constructor(
    private readonly service: string,
    private readonly hits: Hits,
  ) {}

  /** Those that hold from now on. */
  hold(breaks: readonly Break[]): void {
    this.#breaks = Map.groupBy(breaks, ({ handler }) => handler);
  }

  /** What the handler is called through. One that follows positions is left alone: whoever ignores some may ignore all. */
  around(handler: MessageHandler): MessageHandler {
    const { kind, name, effect } = handler.extras as unknown as HandlerExtras;
    if (kind === 'follow') return handler;
    const subscription = effect ? `${this.service}.${effect.name}` : this.service;
    const through: MessageHandler = (fact: GivenFact, context: unknown) => {
      const meant = this.#meant(name, fact);
      // Whoever is not meant goes on in the same turn, so that its loads stand with those of others.
      if (meant.length === 0) return handler(fact, context);
      const signal = effect && (context as EffectCall).signal;
      return this.#broken(meant, subscription, fact.id, signal).then(() => handler(fact, context));
    };
    return Object.assign(through, handler);
  }

  #meant(handler: string, { type, data }: GivenFact): readonly Break[] {
    const breaks = this.#breaks.get(handler);
    if (breaks === undefined) return [];
    const key = data[this.#keys.get(type) ?? ''];
    return breaks.filter((each) => each.key === null || each.key === key);
  }

  /** Waits as long as it is to, and throws when it is to fail. */
  async #broken(
    meant: readonly Break[],
    subscription: string,
    event: string,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    for (const made of meant) {
      if (!(await this.hits.isHit({ breakId: made.breakId, subscription, event }))) continue;
      if (made.kind !== 'slow') throw brokenBy(made);
      await wait(made.delayMs ?? 0, undefined, signal && { signal });
    }
  }
}

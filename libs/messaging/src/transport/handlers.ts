import type { MessageHandler } from '@nestjs/microservices';
import type { EffectOptions } from './effect.js';
import type { ObserveOptions } from './observe.js';
import type { HandlerExtras } from './on.js';

/** One `@Effect` method. */
export interface EffectHandler {
  readonly options: EffectOptions;
  /** Class and method. */
  readonly name: string;
  /** Names of the facts that it hears. */
  readonly facts: readonly string[];
  readonly handler: MessageHandler;
}

/** One `@Observe` method. */
export interface ObserveHandler {
  readonly options: ObserveOptions;
  readonly handler: MessageHandler;
}

/** The handlers that Nest found, by fact; several of one fact run in the order of their declaration. */
export class Handlers {
  readonly #on = new Map<string, MessageHandler[]>();
  readonly #follow = new Map<string, MessageHandler[]>();
  readonly #effects = new Map<string, EffectHandler>();
  readonly #observers: ObserveHandler[] = [];

  /** Throws when two effects have the same name: each remembers under it what it has done. */
  add(fact: string, handler: MessageHandler): void {
    const { kind, name, effect, observe } = handler.extras as unknown as HandlerExtras;
    if (observe) return void this.#observers.push({ options: observe, handler });
    if (effect) return this.#addEffect(fact, { options: effect, name, facts: [], handler });
    const handlers = kind === 'on' ? this.#on : this.#follow;
    handlers.set(fact, [...(handlers.get(fact) ?? []), handler]);
  }

  on(fact: string): readonly MessageHandler[] {
    return this.#on.get(fact) ?? [];
  }

  follow(fact: string): readonly MessageHandler[] {
    return this.#follow.get(fact) ?? [];
  }

  effects(): readonly EffectHandler[] {
    return [...this.#effects.values()];
  }

  observers(): readonly ObserveHandler[] {
    return this.#observers;
  }

  facts(kind: 'on' | 'follow'): readonly string[] {
    return [...(kind === 'on' ? this.#on : this.#follow).keys()];
  }

  #addEffect(fact: string, effect: EffectHandler): void {
    const { name } = effect.options;
    const known = this.#effects.get(name) ?? effect;
    if (known.name !== effect.name) throw new Error(`${known.name} and ${effect.name} are both the effect '${name}'`);
    this.#effects.set(name, { ...known, facts: [...known.facts, fact] });
  }
}

import type { MessageHandler } from '@nestjs/microservices';
import type { HandlerExtras } from './on.js';

/** The handlers that Nest found, by fact; several of one fact run in the order of their declaration. */
export class Handlers {
  readonly #on = new Map<string, MessageHandler[]>();
  readonly #follow = new Map<string, MessageHandler[]>();

  add(fact: string, handler: MessageHandler): void {
    const { kind } = handler.extras as unknown as HandlerExtras;
    const handlers = kind === 'on' ? this.#on : this.#follow;
    handlers.set(fact, [...(handlers.get(fact) ?? []), handler]);
  }

  on(fact: string): readonly MessageHandler[] {
    return this.#on.get(fact) ?? [];
  }

  follow(fact: string): readonly MessageHandler[] {
    return this.#follow.get(fact) ?? [];
  }

  facts(kind: HandlerExtras['kind']): readonly string[] {
    return [...(kind === 'on' ? this.#on : this.#follow).keys()];
  }
}

import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { isObservable, lastValueFrom } from 'rxjs';
import type { Handling } from '../inbox/heard-task.js';
import type { Tx } from '../tx.js';
import type { EffectCall } from './effect.js';
import { Handlers, type EffectHandler, type ObserveHandler } from './handlers.js';
import type { ObservedRecord } from './observe.js';
import { FACTS, nameOf } from './on.js';

/** What is started once Nest knows all handlers, and drained before the process ends. */
export interface Machinery {
  start(server: FactServer): Promise<void>;
  /** Finishes what is in flight, commits, leaves the groups. */
  stop(): Promise<void>;
  /** What is called in a handler's place; absent: the handler itself. */
  readonly around?: ((handler: MessageHandler) => MessageHandler) | undefined;
}

/** Nest's side of the transport: collects the handlers, starts and drains the machinery, delivers facts. */
export class FactServer extends Server implements CustomTransportStrategy, Handling, BeforeApplicationShutdown {
  override readonly transportId = FACTS;
  override readonly propagatesEventHandlerErrors = true;
  readonly handlers = new Handlers();
  #drained: Promise<void> | undefined;

  constructor(private readonly machinery: Machinery) {
    super();
  }

  override addHandler(
    pattern: string,
    callback: MessageHandler,
    isEvent = false,
    extras: Record<string, unknown> = {},
  ): void {
    callback.isEventHandler = isEvent;
    callback.extras = extras;
    this.handlers.add(pattern, this.machinery.around?.(callback) ?? callback);
  }

  listen(done: (error?: unknown) => void): void {
    this.machinery.start(this).then(() => done(), done);
  }

  /** The handlers of the fact, one after the other; what one of them throws comes out as it was thrown. */
  async deliver(type: string, fact: unknown, tx: Tx, enters: (handler: string) => void): Promise<void> {
    for (const handler of this.handlers.on(type)) {
      enters(nameOf(handler));
      await this.#call(handler, fact, tx);
    }
  }

  firstOf(type: string): string {
    const [first] = this.handlers.on(type);
    return first ? nameOf(first) : '';
  }

  /** Resolves to what the effect returns. */
  perform({ handler }: EffectHandler, fact: unknown, call: EffectCall): Promise<unknown> {
    return this.#call(handler, fact, call);
  }

  async deliverRecords({ handler }: ObserveHandler, records: readonly ObservedRecord[]): Promise<void> {
    await this.#call(handler, records, undefined);
  }

  async deliverBatch(type: string, facts: readonly unknown[]): Promise<void> {
    for (const handler of this.handlers.follow(type)) await this.#call(handler, facts, undefined);
  }

  async #call(handler: MessageHandler, payload: unknown, context: unknown): Promise<unknown> {
    const result: unknown = await handler(payload, context);
    return isObservable(result) ? await lastValueFrom(result, { defaultValue: undefined }) : result;
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.#drain();
  }

  close(): Promise<void> {
    return this.#drain();
  }

  on(): never {
    throw new Error('FactServer has no events of its own');
  }

  unwrap<T>(): T {
    throw new Error('FactServer hides what it runs on');
  }

  #drain(): Promise<void> {
    return (this.#drained ??= this.machinery.stop());
  }
}

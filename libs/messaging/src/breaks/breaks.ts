import type { MessageHandler } from '@nestjs/microservices';
import type { Service } from '@ride/events';
import type { Pool } from 'pg';
import { v7 } from 'uuid';
import type { RunningConsumer } from '../consumer/options.js';
import type { DirectProducer } from '../log/direct-producer.js';
import type { Sweep } from '../service/sweeps.js';
import type { Handlers } from '../transport/handlers.js';
import type { Break, BreakableHandler, Breakables, BreakOrder, Held, Poisoned } from './break.js';
import { handlersOf, heardByTopic } from './breakables.js';
import { Breaking } from './breaking.js';
import { Hits } from './hits.js';
import { sendPoison } from './poison.js';
import { breakRefusals, LONGEST_IN_UNIT_MS } from './refusals.js';
import * as rows from './rows.js';

/** Every instance looks so often at what is to be broken, milliseconds: a wish holds everywhere within a second. */
const EVERY = 400;

export interface BreaksOptions {
  readonly service: Service;
  readonly namespace: string;
  readonly pool: Pool;
  readonly producer: DirectProducer;
}

/**
 * The operators' switches that break a service on purpose, only where RIDE_BREAKS is on. What they set stands in the
 * service's database, so that it holds for every instance and survives a restart.
 */
export class Breaks implements Sweep {
  readonly name = 'breaks';
  readonly every = EVERY;
  readonly #breaking: Breaking;
  readonly #consumers: { readonly subscription: string; readonly consumer: RunningConsumer }[] = [];
  #handlers: readonly BreakableHandler[] = [];
  #held: Held = { breaks: [], paused: [] };

  constructor(private readonly options: BreaksOptions) {
    this.#breaking = new Breaking(options.service, new Hits(options.pool));
  }

  /** What is called in the handler's place. */
  around(handler: MessageHandler): MessageHandler {
    return this.#breaking.around(handler);
  }

  knows(handlers: Handlers): void {
    this.#handlers = handlersOf(this.options.service, handlers);
  }

  /** A consumer of the subscription: there may be several. */
  consumes(subscription: string, consumer: RunningConsumer): void {
    this.#consumers.push({ subscription, consumer });
  }

  isPaused(subscription: string): boolean {
    return this.#held.paused.includes(subscription);
  }

  /** How much is broken now, as this instance knows it: handlers, and consumers that are paused. */
  get count(): number {
    const { breaks, paused } = this.#held;
    return breaks.filter(({ times, hits }) => times === null || hits < times).length + paused.length;
  }

  /** Takes over what the database says. */
  async once(): Promise<void> {
    this.#held = await rows.held(this.options.pool);
    this.#breaking.hold(this.#held.breaks);
    for (const { subscription, consumer } of this.#consumers)
      if (this.isPaused(subscription)) consumer.pause();
      else consumer.resume();
  }

  async list(): Promise<Breakables & Held> {
    await this.once();
    const subscriptions = [...new Set(this.#consumers.map(({ subscription }) => subscription))].sort();
    const topics = [...heardByTopic(this.#handlers).keys()].sort();
    return { handlers: this.#handlers, subscriptions, topics, ...this.#held };
  }

  /** Breaks a handler; ordered again under the same id it is the same break. Throws Rejected: `handler_unknown`, `delay_too_long`. */
  async add(order: BreakOrder): Promise<Break> {
    const meant = this.#handlers.find(({ handler }) => handler === order.handler);
    if (!meant) throw breakRefusals.handler_unknown([...new Set(this.#handlers.map(({ handler }) => handler))]);
    const isInUnit = meant.subscription === this.options.service;
    if (isInUnit && (order.delayMs ?? 0) > LONGEST_IN_UNIT_MS) throw breakRefusals.delay_too_long(order.handler);
    const made = await rows.add(this.options.pool, order);
    if (!made) throw breakRefusals.break_not_found();
    await this.once();
    return made;
  }

  /** Throws Rejected `break_not_found`. */
  async remove(id: string): Promise<void> {
    if (!(await rows.remove(this.options.pool, id))) throw breakRefusals.break_not_found();
    await this.once();
  }

  /** Has the subscription's consumers hear nothing until it is resumed. Throws Rejected `subscription_not_found`. */
  async pause(subscription: string): Promise<void> {
    await this.#switch(subscription, rows.pause);
  }

  /** What waits is heard, in its order. Throws Rejected `subscription_not_found`. */
  async resume(subscription: string): Promise<void> {
    await this.#switch(subscription, rows.resume);
  }

  /**
   * Sends a record that nobody can decode to a topic, by its logical name, that the service hears. Without `key` it is nobody's.
   * Throws Rejected `topic_not_heard`; rejects with a LogError when the record may not be in the log.
   */
  async poison(id: string, topic: string, key: string = v7()): Promise<Poisoned> {
    const heard = heardByTopic(this.#handlers);
    const fact = heard.get(topic);
    if (!fact) throw breakRefusals.topic_not_heard([...heard.keys()]);
    const { producer, namespace } = this.options;
    await sendPoison(producer, namespace, { id, fact, key });
    return { topic, key, fact: fact.type, factId: id };
  }

  async #switch(subscription: string, how: (pool: Pool, subscription: string) => Promise<void>): Promise<void> {
    const known = this.#consumers.map((each) => each.subscription);
    if (!known.includes(subscription)) throw breakRefusals.subscription_not_found([...new Set(known)]);
    await how(this.options.pool, subscription);
    await this.once();
  }
}

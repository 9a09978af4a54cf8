import type { Logger } from '@ride/observability';
import { setTimeout } from 'node:timers/promises';
import { createClient } from 'redis';
import { passScript, type Glimpse, type Passing } from './glimpse.js';
import type { LiveUpdate } from './live-stream.js';

const PATIENCE_MS = 250;

type Listener = (message: LiveUpdate | Passing) => void;

/**
 * Carries updates from the instance that made them to those with a stream of the person, over Redis, one channel a person.
 * Nothing depends on it but speed: while Redis is away, messages are lost in silence, and streams read the database.
 */
export class FanOut {
  readonly #publisher;
  readonly #subscriber;
  readonly #listening = new Map<string, (message: string) => void>();
  #away = false;

  constructor(
    url: string,
    private readonly prefix: string,
    log: Logger,
  ) {
    const reconnectStrategy = (tries: number) => Math.min(100 * 2 ** tries, 2_000);
    this.#publisher = createClient({
      url,
      socket: { reconnectStrategy },
      disableOfflineQueue: true,
      scripts: { pass: passScript },
    });
    this.#subscriber = this.#publisher.duplicate();
    for (const client of [this.#publisher, this.#subscriber]) {
      client.on('error', (err: unknown) => {
        if (!this.#away) log.warn({ err }, 'Redis is away: live updates come from the database');
        this.#away = true;
      });
      client.on('ready', () => (this.#away = false));
    }
    this.#subscriber.on('ready', () =>
      this.#listening.forEach((listener, channel) => this.#subscribe(channel, listener)),
    );
  }

  /** Begins to connect, and goes on trying; nobody waits for it. */
  open(): void {
    for (const client of [this.#publisher, this.#subscriber]) client.connect().catch(() => undefined);
  }

  close(): void {
    for (const client of [this.#publisher, this.#subscriber]) client.destroy();
  }

  async publish(person: string, update: LiveUpdate): Promise<void> {
    if (!this.#publisher.isReady) return;
    await this.#publisher.publish(this.prefix + person, JSON.stringify(update)).catch(() => undefined);
  }

  /** Sends a glimpse to those who watch now, and keeps it for those who look within so many milliseconds. */
  async pass(person: string, glimpse: Glimpse, keptMs: number): Promise<void> {
    if (!this.#publisher.isReady) return;
    const sending = { key: this.#keptAt(glimpse.type, glimpse.of), channel: this.prefix + person, glimpse, keptMs };
    await this.#publisher.pass(sending).catch(() => undefined);
  }

  /** The data of the newest glimpse of a thing, while it is kept. Who looks is not kept waiting by a Redis that stands still. */
  async kept(type: string, of: string): Promise<string | undefined> {
    if (!this.#publisher.isReady) return undefined;
    const ended = new AbortController();
    const late = setTimeout(PATIENCE_MS, null, { signal: ended.signal }).catch(() => null);
    const data = this.#publisher.hGet(this.#keptAt(type, of), 'data').catch(() => null);
    const first = await Promise.race([data, late]);
    ended.abort();
    return first ?? undefined;
  }

  /** Resolves when the person's updates are listened to, or Redis is away. */
  async listen(person: string, listener: Listener): Promise<void> {
    const onMessage = (message: string) => listener(JSON.parse(message) as LiveUpdate | Passing);
    this.#listening.set(this.prefix + person, onMessage);
    await this.#subscribe(this.prefix + person, onMessage);
  }

  leave(person: string): void {
    this.#listening.delete(this.prefix + person);
    if (this.#subscriber.isReady) this.#subscriber.unsubscribe(this.prefix + person).catch(() => undefined);
  }

  #keptAt(type: string, of: string): string {
    return `${this.prefix}kept:${type}:${of}`;
  }

  async #subscribe(channel: string, listener: (message: string) => void): Promise<void> {
    if (this.#subscriber.isReady) await this.#subscriber.subscribe(channel, listener).catch(() => undefined);
  }
}

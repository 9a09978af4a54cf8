import type { Logger } from '@ride/observability';
import { createClient } from 'redis';
import type { LiveUpdate } from './live-stream.js';

type Listener = (update: LiveUpdate) => void;

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
    this.#publisher = createClient({ url, socket: { reconnectStrategy }, disableOfflineQueue: true });
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

  /** Resolves when the person's updates are listened to, or Redis is away. */
  async listen(person: string, listener: Listener): Promise<void> {
    const onMessage = (message: string) => listener(JSON.parse(message) as LiveUpdate);
    this.#listening.set(this.prefix + person, onMessage);
    await this.#subscribe(this.prefix + person, onMessage);
  }

  leave(person: string): void {
    this.#listening.delete(this.prefix + person);
    if (this.#subscriber.isReady) this.#subscriber.unsubscribe(this.prefix + person).catch(() => undefined);
  }

  async #subscribe(channel: string, listener: (message: string) => void): Promise<void> {
    if (this.#subscriber.isReady) await this.#subscriber.subscribe(channel, listener).catch(() => undefined);
  }
}

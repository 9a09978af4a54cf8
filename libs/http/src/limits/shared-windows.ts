import type { OnApplicationShutdown } from '@nestjs/common';
import type { ThrottlerStorage } from '@nestjs/throttler';
import type { Logger } from '@ride/observability';
import { createClient } from 'redis';
import { Availability } from './availability.js';
import { Batch } from './batch.js';
import { countScript } from './count.script.js';
import { FullWindows } from './full-windows.js';

type Record = Awaited<ReturnType<ThrottlerStorage['increment']>>;

/** What is so while Redis can't tell: no request is held up or refused for that. */
const NOT_COUNTED: Record = { totalHits: 0, timeToExpire: 0, isBlocked: false, timeToBlockExpire: 0 };

/**
 * Counts requests in windows that all instances share, in Redis: a window begins with its first request. All that is counted
 * in one turn of the event loop goes to Redis as one command. Of a window that is full Redis isn't asked until it ends.
 */
export class SharedWindows implements ThrottlerStorage, OnApplicationShutdown {
  readonly #client;
  readonly #availability: Availability;
  readonly #full = new FullWindows();
  #batch: Batch | undefined;
  /** Answers that are late; nothing more is asked before they come, so that nothing piles up. */
  #late = 0;

  constructor(url: string, log: Logger) {
    this.#availability = new Availability(log);
    this.#client = createClient({
      url,
      disableOfflineQueue: true,
      // A connection on which nothing comes any more is given up for a new one.
      pingInterval: 5_000,
      socket: { socketTimeout: 15_000, reconnectStrategy: (tries) => Math.min(100 * 2 ** tries, 2_000) },
      scripts: { count: countScript },
    });
    this.#client.on('error', (err: unknown) => this.#availability.failed(err));
  }

  /** Begins to connect, and goes on trying; nobody waits for it. */
  open(): void {
    this.#client.connect().catch(() => undefined);
  }

  onApplicationShutdown(): void {
    if (this.#client.isOpen) this.#client.destroy();
  }

  /** Whole seconds until the window ends; 0 when it isn't known to be full. */
  fullFor(window: string): number {
    return this.#full.secondsLeft(window);
  }

  /** Milliseconds are given, seconds returned. `totalHits` is 0 when it could not be counted. */
  async increment(window: string, ttl: number, limit: number): Promise<Record> {
    const seconds = this.fullFor(window);
    if (seconds > 0) return refused(limit + 1, seconds);
    if (!this.#client.isReady || this.#late > 0) return NOT_COUNTED;
    const counted = await this.#together().count(window, ttl);
    if (counted === undefined) return NOT_COUNTED;
    const [totalHits, leftMs] = counted;
    if (totalHits > limit) return refused(totalHits, this.#full.add(window, leftMs));
    return { totalHits, timeToExpire: Math.ceil(leftMs / 1000), isBlocked: false, timeToBlockExpire: 0 };
  }

  #together(): Batch {
    if (this.#batch !== undefined) return this.#batch;
    const batch = (this.#batch = new Batch());
    setImmediate(() => {
      this.#batch = undefined;
      void this.#send(batch);
    });
    return batch;
  }

  async #send(batch: Batch): Promise<void> {
    let late = 0;
    const onLate = () => {
      this.#late += ++late;
      this.#availability.failed(new Error('no answer in time'));
    };
    try {
      await batch.send((windows, lasting) => this.#client.count(windows, lasting), onLate);
      if (late === 0) this.#availability.answered();
    } catch (error) {
      this.#availability.failed(error);
    } finally {
      this.#late -= late;
    }
  }
}

function refused(totalHits: number, seconds: number): Record {
  return { totalHits, timeToExpire: seconds, isBlocked: true, timeToBlockExpire: seconds };
}

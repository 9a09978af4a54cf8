import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { DriverMoved } from '@ride/events';
import { Rehearing } from '@ride/messaging';
import { logger } from '@ride/observability';
import { randomUUID } from 'node:crypto';
import { PositionConnection } from './connection.js';
import { keptKeyOf } from './position-keys.js';

/** Redis may be flushed at any time. */
const LOOK_EVERY_MS = 1_000;
/** By so much this process's clock may differ from the broker's. */
const CLOCKS_MS = 5_000;

/**
 * Positions that Redis has lost are heard again from the log. Beside them stands, for each partition, that they are kept, and
 * by which run of Redis: where that is missing, or of another run, whoever follows the partition restores it.
 */
@Injectable()
export class Restoring implements OnModuleInit, BeforeApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #isLooking = false;
  /** The run of Redis that this process is connected to. */
  #run: string | undefined;
  #isTold = false;

  constructor(
    private readonly redis: PositionConnection,
    private readonly rehearing: Rehearing,
  ) {}

  onModuleInit(): void {
    this.redis.client.on('ready', () => {
      this.#run = undefined;
      this.#look();
    });
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  /** What is under way ends with the consumer. */
  beforeApplicationShutdown(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    if (this.#timer === undefined || this.#isLooking) return;
    this.#isLooking = true;
    void this.#restoreWhatIsLost()
      .then(
        () => (this.#isTold = false),
        (err: unknown) => this.#failed(err),
      )
      .finally(() => (this.#isLooking = false));
  }

  async #restoreWhatIsLost(): Promise<void> {
    const { client, view } = this.redis;
    const share = this.rehearing.share(DriverMoved);
    if (share.length === 0 || !client.isReady) return;
    const key = keptKeyOf(view.service);
    const run = (this.#run ??= runIn(await client.info('server')));
    const marks = await client.hmGet(key, share.map(String));
    const lost = share.filter((_, i) => marks[i] !== run);
    if (lost.length === 0) return;
    const restorer = randomUUID();
    await client.hSet(key, Object.fromEntries(lost.map((partition) => [partition, restorer])));
    await this.rehearing.again(DriverMoved, lost, settings().rules.positionFreshMs + CLOCKS_MS);
    await Promise.all(lost.map((partition) => client.keep(key, String(partition), restorer, run)));
    logger(view.service).info({ partitions: lost.length }, 'where drivers are was heard again from the log');
  }

  /** It is tried again by the next look; told once, until it works. */
  #failed(err: unknown): void {
    if (!this.#isTold && this.redis.client.isReady)
      logger(this.redis.view.service).warn({ err }, 'positions can’t be heard again yet');
    this.#isTold = true;
  }
}

function runIn(info: string): string {
  return /^run_id:(\w+)/m.exec(info)?.[1] ?? 'unknown';
}

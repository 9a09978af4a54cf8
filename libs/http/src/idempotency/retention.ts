import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { deleteOldRows, Runtime } from '@ride/messaging';
import { logger } from '@ride/observability';
import { DataSource } from 'typeorm';
import { IdempotencyKeys1764700000000 } from './migration.js';

/** So long a request can be sent again. */
const KEPT_MS = 24 * 60 * 60 * 1000;
const FORGET_MS = 10 * 60_000;

/** Deletes the answers that were given longer ago. */
export function forgetOldKeys(data: DataSource, now = Date.now()): Promise<void> {
  return deleteOldRows(data, 'idempotency_key', 'at', now - KEPT_MS);
}

/** Forgets old keys from time to time. Refuses to start where they could not be kept. */
@Injectable()
export class KeyRetention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly data: DataSource,
    private readonly runtime: Runtime,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.data.migrations.some((migration) => migration instanceof IdempotencyKeys1764700000000))
      throw new Error(
        'Keys are kept in a table: give IdempotencyKeys1764700000000 to ServiceModule among the migrations.',
      );
    this.#timer = setInterval(() => void this.#forget(), FORGET_MS);
    void this.#forget();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  async #forget(): Promise<void> {
    await forgetOldKeys(this.data).catch((err: unknown) =>
      logger(this.runtime.service).warn({ err }, 'old idempotency keys can’t be deleted: tried again in ten minutes'),
    );
  }
}

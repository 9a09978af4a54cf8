import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { logger } from '@ride/observability';
import { DataSource } from 'typeorm';
import { forgetOldEstimates } from './fare-estimates.js';

const EVERY_MS = 10 * 60_000;

/** Estimates show where people are and want to go: they are deleted once nobody needs them. */
@Injectable()
export class FareEstimateRetention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly data: DataSource) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.#forget(), EVERY_MS);
    void this.#forget();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  async #forget(): Promise<void> {
    await forgetOldEstimates(this.data).catch((err: unknown) =>
      logger('rider').warn({ err }, 'old fare estimates can’t be deleted: tried again in ten minutes'),
    );
  }
}

import type { Logger } from '@ride/observability';

/** Redis counts as back when it has answered for so long without a failure between. */
const STEADY_MS = 2_000;

/** Says once that Redis is away, and once that it is back, however many requests meet it. */
export class Availability {
  #isAway = false;
  #failedAt = 0;

  constructor(private readonly log: Logger) {}

  failed(err: unknown): void {
    this.#failedAt = performance.now();
    if (!this.#isAway) this.log.warn({ err }, 'Redis is away or slow: requests are not limited until it is back');
    this.#isAway = true;
  }

  answered(): void {
    if (!this.#isAway || performance.now() - this.#failedAt < STEADY_MS) return;
    this.#isAway = false;
    this.log.info('Redis is back: requests are limited again');
  }
}

import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { logger } from '@ride/observability';
import { RoundReads } from './round-reads.js';
import { Round } from './round.js';

/** While searches are open, milliseconds: positions move and radii grow without a fact that says so. */
const EVERY = 1_000;

/** When rounds run: at once when something opened or came free, and each second. Never two of an area at once in a process. */
@Injectable()
export class Rounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #running = new Map<string, Promise<void>>();
  /** Areas that asked while their round was running: what they ask about may have come too late for it. */
  readonly #again = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #failing = false;

  constructor(
    private readonly round: Round,
    private readonly reads: RoundReads,
  ) {}

  onApplicationBootstrap(): void {
    // Only a nudge: which searches are open stands in the database.
    this.#timer = setInterval(() => void this.#attempt(() => this.#tick()), EVERY);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await Promise.all(this.#running.values());
  }

  /** Runs a round of the area now, or once more when one is running. */
  request(area: string): void {
    if (this.#timer === undefined) return;
    if (this.#running.has(area)) this.#again.add(area);
    else this.#running.set(area, this.#run(area));
  }

  async #run(area: string): Promise<void> {
    do {
      this.#again.delete(area);
      await this.#attempt(async () => {
        if (await this.round.run(area)) this.#again.add(area);
      });
    } while (this.#again.has(area) && this.#timer !== undefined);
    this.#again.delete(area);
    this.#running.delete(area);
  }

  async #tick(): Promise<void> {
    for (const area of await this.reads.areas()) this.request(area);
  }

  /** What fails is tried again by the next nudge; it is told once, until it works again. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#failing = false;
    } catch (err) {
      if (!this.#failing) logger('matching').error({ err }, 'matching rounds fail: no offers until they work again');
      this.#failing = true;
    }
  }
}

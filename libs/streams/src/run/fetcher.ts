import { setTimeout as sleep } from 'node:timers/promises';
import { TaskLogError, type Fetched, type TaskLog, type Wanted } from '../log/port.js';

const HOW = { waitMs: 100, maxBytes: 1 << 20 };
const AFTER_ERROR_MS = 200;

export interface FetcherOptions {
  readonly log: TaskLog;
  /** What is wanted now. */
  readonly wanted: () => readonly Wanted[];
  readonly heard: (fetched: Fetched) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** One fetch after the other for all tasks of a process. */
export class Fetcher {
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #room = Promise.withResolvers<void>();
  #failing = false;

  constructor(private readonly options: FetcherOptions) {}

  start(): void {
    this.#running = this.#run();
  }

  /** Something may be wanted that was not. */
  wake(): void {
    this.#room.resolve();
  }

  get isFailing(): boolean {
    return this.#failing;
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    this.wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    const { log, wanted, heard, onError } = this.options;
    while (!signal.aborted) {
      const now = wanted();
      if (now.length === 0) {
        await this.#room.promise;
        this.#room = Promise.withResolvers();
        continue;
      }
      try {
        const fetched = await log.fetch(now, HOW);
        for (const one of fetched) await heard(one);
        this.#failing = false;
      } catch (error) {
        if (!this.#failing || (error instanceof TaskLogError && error.code === 'out_of_range')) onError(error);
        this.#failing = true;
        await sleep(AFTER_ERROR_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}

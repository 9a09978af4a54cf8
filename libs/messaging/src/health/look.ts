import { setTimeout as wait } from 'node:timers/promises';

export interface LookOptions {
  /** Milliseconds between an answer and the next question. */
  readonly every: number;
  /** Without an answer for so many milliseconds, it is out of reach. */
  readonly patienceMs: number;
  /** Rejects when it is not answered as it should be. */
  ask(): Promise<void>;
  /** Told about the first of the failures in a row. */
  failed(error: unknown): void;
  readonly now?: () => number;
}

/** Asks a store again and again, so that whether it answers is known without asking. */
export class Look {
  readonly #stop = new AbortController();
  readonly #now: () => number;
  #running: Promise<void> | null = null;
  /** When the question was put that is not answered yet, and the first of those that were answered wrongly. */
  #asked: number | null = null;
  #failing: number | null = null;
  #lastOutage: number | null = null;

  constructor(private readonly options: LookOptions) {
    this.#now = options.now ?? Date.now;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Does not wait long for an answer that may never come. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.race([this.#running, wait(1_000, undefined, { ref: false })]);
  }

  /** Since when it is out of reach, epoch milliseconds; null when it isn't. */
  get unansweredSince(): number | null {
    const since = this.#failing ?? this.#asked;
    return since !== null && this.#now() - since >= this.options.patienceMs ? since : null;
  }

  /** When it was last found out of reach, epoch milliseconds. */
  get lastOutage(): number | null {
    return this.unansweredSince === null ? this.#lastOutage : this.#now();
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      await this.#once();
      await wait(this.options.every, undefined, { signal }).catch(() => undefined);
    }
  }

  async #once(): Promise<void> {
    this.#asked = this.#now();
    try {
      await this.options.ask();
      this.#lastOutage = this.lastOutage;
      this.#failing = null;
    } catch (error) {
      if (this.#failing === null && !this.#stop.signal.aborted) this.options.failed(error);
      this.#failing ??= this.#asked;
    }
    this.#asked = null;
  }
}

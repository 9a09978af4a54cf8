import { setTimeout as wait } from 'node:timers/promises';
import type { Indicator } from '../health/indicator.js';
import type { Trouble } from '../health/trouble.js';

/** Something that is looked for again and again. */
export interface Sweep {
  readonly name: string;
  /** Milliseconds between the end of one look and the next. */
  readonly every: number;
  once(): Promise<unknown>;
}

/** A sweep that has not succeeded for so long after it was to be done next is in trouble. */
const OVERDUE_MS = 60_000;
/** One that fails is done again after so long, however rarely it is to be done. */
const AGAIN_MS = 10_000;

/** Each sweep in a loop of its own, so that none waits for another; an error is told, and the next look comes in its time. */
export class Sweeps implements Indicator {
  /** When each was to have been done, epoch milliseconds. */
  readonly #due = new Map<Sweep, number>();
  #stopped: AbortController | undefined;
  #running: readonly Promise<void>[] = [];

  constructor(
    private readonly sweeps: readonly Sweep[],
    private readonly onError: (what: string, error: unknown) => void,
    private readonly now = Date.now,
  ) {}

  start(): void {
    const { signal } = (this.#stopped = new AbortController());
    this.#running = this.sweeps.map((sweep) => this.#loop(sweep, signal));
  }

  async stop(): Promise<void> {
    this.#stopped?.abort();
    await Promise.all(this.#running);
  }

  troubles(): readonly Trouble[] {
    return Array.from(this.#due, ([{ name }, since]) => ({ name, since }))
      .filter(({ since }) => this.now() - since >= OVERDUE_MS)
      .map(({ name, since }) => ({
        code: 'sweep_failing',
        part: `sweep of ${name}`,
        since,
        what: `It has not succeeded for ${OVERDUE_MS / 1000} s.`,
      }));
  }

  async #loop(sweep: Sweep, signal: AbortSignal): Promise<void> {
    this.#due.set(sweep, this.now());
    while (!signal.aborted) {
      const pause = await this.#once(sweep);
      await wait(pause, undefined, { signal }).catch(() => undefined);
    }
    this.#due.delete(sweep);
  }

  /** Resolves to the milliseconds until the next look. */
  async #once(sweep: Sweep): Promise<number> {
    try {
      await sweep.once();
      this.#due.set(sweep, this.now() + sweep.every);
      return sweep.every;
    } catch (error) {
      this.onError(`the sweep of ${sweep.name}`, error);
      return Math.min(sweep.every, AGAIN_MS);
    }
  }
}

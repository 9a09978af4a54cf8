import { setTimeout as wait } from 'node:timers/promises';

/** Something that is looked for again and again. */
export interface Sweep {
  readonly name: string;
  /** Milliseconds between the end of one look and the next. */
  readonly every: number;
  once(): Promise<unknown>;
}

/** Each sweep in a loop of its own, so that none waits for another; an error is told, and the next look comes in its time. */
export class Sweeps {
  #stopped: AbortController | undefined;
  #running: readonly Promise<void>[] = [];

  constructor(
    private readonly sweeps: readonly Sweep[],
    private readonly onError: (what: string, error: unknown) => void,
  ) {}

  start(): void {
    const { signal } = (this.#stopped = new AbortController());
    this.#running = this.sweeps.map((sweep) => this.#loop(sweep, signal));
  }

  async stop(): Promise<void> {
    this.#stopped?.abort();
    await Promise.all(this.#running);
  }

  async #loop(sweep: Sweep, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await sweep.once().catch((error: unknown) => this.onError(`the sweep of ${sweep.name}`, error));
      await wait(sweep.every, undefined, { signal }).catch(() => undefined);
    }
  }
}

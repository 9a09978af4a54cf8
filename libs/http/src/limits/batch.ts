import type { Counted } from './count.script.js';

/** No request waits for Redis longer than so many ticks. Time in which this process itself was busy is one tick at most. */
const PATIENCE_TICKS = 5;
const TICK_MS = 10;

export type Count = (windows: readonly string[], lasting: readonly string[]) => Promise<readonly number[]>;

/** Requests that are counted together. */
export class Batch {
  readonly #windows: string[] = [];
  readonly #lasting: string[] = [];
  readonly #answer = Promise.withResolvers<readonly number[] | undefined>();

  /** Undefined when Redis doesn't tell, or not in time. */
  async count(window: string, lastingMs: number): Promise<Counted | undefined> {
    const at = 2 * (this.#windows.push(window) - 1);
    this.#lasting.push(String(lastingMs));
    const answer = await this.#answer.promise;
    return answer && [answer[at] ?? 0, answer[at + 1] ?? 0];
  }

  /** Asks Redis; `onLate` is called when the answer isn't there in time. Resolves or rejects when it is, late or not. */
  async send(count: Count, onLate: () => void): Promise<void> {
    let ticks = 0;
    const tick = () => {
      if (++ticks < PATIENCE_TICKS) return void timer.refresh();
      onLate();
      this.#answer.resolve(undefined);
    };
    const timer = setTimeout(tick, TICK_MS);
    try {
      this.#answer.resolve(await count(this.#windows, this.#lasting));
    } finally {
      clearTimeout(timer);
      this.#answer.resolve(undefined);
    }
  }
}

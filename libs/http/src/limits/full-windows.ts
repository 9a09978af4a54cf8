/** No more are remembered, so that many addresses don't fill the memory. */
const MOST = 10_000;

/** Windows whose limit is reached, until they end. */
export class FullWindows {
  readonly #until = new Map<string, number>();

  /** The window ends in so many milliseconds; returns the whole seconds to wait for that. */
  add(window: string, leftMs: number): number {
    this.#until.delete(window);
    const oldest = this.#until.size >= MOST ? this.#until.keys().next().value : undefined;
    if (oldest !== undefined) this.#until.delete(oldest);
    this.#until.set(window, performance.now() + leftMs);
    return this.secondsLeft(window);
  }

  /** Whole seconds until the window ends; 0 when it isn't known to be full. */
  secondsLeft(window: string): number {
    const until = this.#until.get(window);
    if (until === undefined) return 0;
    const left = until - performance.now();
    if (left > 0) return Math.ceil(left / 1000);
    this.#until.delete(window);
    return 0;
  }
}

import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 20;

/** How late the event loop was at worst. */
export class EventLoop {
  readonly #delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

  start(): void {
    this.#delays.enable();
  }

  stop(): void {
    this.#delays.disable();
  }

  /** The longest delay since the last time that somebody asked, milliseconds. */
  longest(): number {
    const { max, count } = this.#delays;
    this.#delays.reset();
    return count === 0 ? 0 : Math.max(0, Math.round(max / 1e6) - RESOLUTION_MS);
  }
}

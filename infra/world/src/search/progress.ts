import { performance } from 'node:perf_hooks';

/** How often a line is printed where there is no terminal, milliseconds. */
const LINE_MS = 10_000;
const TERMINAL_MS = 200;

/** How far the search is, and how fast: on a terminal in one line that is written again and again. */
export class Progress {
  readonly #begin = performance.now();
  readonly #isTTY = process.stdout.isTTY;
  #told = this.#begin;

  constructor(private readonly seeds: number) {}

  at(done: number): void {
    const now = performance.now();
    if (now - this.#told < (this.#isTTY ? TERMINAL_MS : LINE_MS)) return;
    this.#told = now;
    process.stdout.write(this.#isTTY ? `\r${this.#text(done)}` : `${this.#text(done)}\n`);
  }

  end(done: number): void {
    process.stdout.write(`${this.#isTTY ? '\r' : ''}${this.#text(done)}\n`);
  }

  #text(done: number): string {
    const seconds = (performance.now() - this.#begin) / 1000;
    const rate = (done / Math.max(seconds, 0.001)).toFixed(0);
    return `${done} of ${this.seeds} seeds, ${rate} a second, ${seconds.toFixed(1)} s`;
  }
}

import { SingleBar } from 'cli-progress';
import type { Api } from '../api/api.js';
import type { Tally } from './tally.js';

const REDRAW_MS = 500;
const LINE_MS = 5_000;

/** Shows how far a run is: a bar on a terminal, a line every few seconds elsewhere. */
export class Progress {
  readonly #bar: SingleBar | undefined;
  readonly #timer: NodeJS.Timeout;
  readonly #began = performance.now();
  #lastRequests: number;
  #lastAt = performance.now();

  constructor(
    private readonly total: number,
    private readonly tally: Tally,
    private readonly api: Api,
  ) {
    this.#lastRequests = api.traffic.requests;
    if (process.stdout.isTTY) {
      this.#bar = new SingleBar({ format: '{bar} {text}', barsize: 20, hideCursor: true, clearOnComplete: true });
      this.#bar.start(total, 0, { text: '' });
    }
    this.#timer = setInterval(() => this.#show(), this.#bar === undefined ? LINE_MS : REDRAW_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#bar?.stop();
    console.log(`${seconds(performance.now() - this.#began)} ${this.#text()}`);
  }

  #show(): void {
    const text = this.#text();
    if (this.#bar === undefined) console.log(`${seconds(performance.now() - this.#began)} ${text}`);
    else this.#bar.update(this.tally.ended, { text });
  }

  #text(): string {
    const { requested, booked, aboard, ended, failed } = this.tally;
    const now = performance.now();
    const rate = (this.api.traffic.requests - this.#lastRequests) / Math.max(0.001, (now - this.#lastAt) / 1000);
    this.#lastRequests = this.api.traffic.requests;
    this.#lastAt = now;
    return (
      `requested ${requested}/${this.total}  booked ${booked}  aboard ${aboard}  ended ${ended}  ` +
      `failures ${failed}  ${Math.round(rate)} requests/s`
    );
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(0)} s`.padStart(6);
}

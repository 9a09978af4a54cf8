import type { LogRecord } from '../log/port.js';

interface Slice {
  readonly records: readonly LogRecord[];
  readonly wanted: () => boolean;
  readonly done: (heard: boolean) => void;
}

/**
 * Gathers what several partitions have to be heard into units of at most `batch` records, of which at most `atOnce` run
 * at a time. A slice is never divided, and the slices of a partition come one after the other.
 */
export class Units {
  #queue: Slice[] = [];
  #running = 0;
  #gathering = false;

  constructor(
    readonly batch: number,
    private readonly atOnce: number,
    /** Resolves to whether the records were heard; gives up when `wanted` turns false. */
    private readonly hear: (records: readonly LogRecord[], wanted: () => boolean) => Promise<boolean>,
  ) {}

  /** Resolves to false when the records were not heard because they are no longer `wanted`. Must not be empty. */
  run(records: readonly LogRecord[], wanted: () => boolean): Promise<boolean> {
    return new Promise((done) => {
      this.#queue.push({ records, wanted, done });
      this.#next();
    });
  }

  /** Waits until the end of the turn, so that all partitions of one fetch come together. */
  #next(): void {
    if (this.#gathering || this.#running >= this.atOnce) return;
    this.#gathering = true;
    setImmediate(() => {
      this.#gathering = false;
      while (this.#queue.length > 0 && this.#running < this.atOnce) void this.#runUnit(this.#take());
    });
  }

  #take(): readonly Slice[] {
    let count = 0;
    let records = 0;
    for (const slice of this.#queue) {
      if (count > 0 && records + slice.records.length > this.batch) break;
      records += slice.records.length;
      count += 1;
    }
    return this.#queue.splice(0, count);
  }

  async #runUnit(taken: readonly Slice[]): Promise<void> {
    const slices = taken.filter(({ wanted }) => wanted());
    for (const slice of taken) if (!slices.includes(slice)) slice.done(false);
    if (slices.length === 0) return;
    this.#running += 1;
    const [first] = slices;
    const records = slices.length === 1 && first ? first.records : slices.flatMap((slice) => slice.records);
    const heard = await this.hear(records, () => slices.every(({ wanted }) => wanted()));
    this.#running -= 1;
    for (const { done } of slices) done(heard);
    this.#next();
  }
}

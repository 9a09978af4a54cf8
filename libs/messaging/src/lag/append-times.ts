interface Seen {
  readonly end: number;
  /** When the partition was first and last seen to end there, epoch milliseconds. */
  readonly first: number;
  last: number;
}

/** A quarter of an hour, of a partition that is written to all the time. */
const MOST = 900;

/** When the records of a partition were appended, as far as looks at its end tell: to within the time between two looks. */
export class AppendTimes {
  #seen: Seen[] = [];

  /** `end`: the offset that the next record will get, as it was at that time. */
  looked(end: number, at: number): void {
    const latest = this.#seen.at(-1);
    if (latest?.end === end) {
      latest.last = at;
      return;
    }
    // A topic that was made anew.
    if (latest && end < latest.end) this.#seen = [];
    this.#seen.push({ end, first: at, last: at });
    if (this.#seen.length > MOST) this.#seen.splice(0, this.#seen.length - MOST);
  }

  /** Epoch milliseconds; null: it was there before the first look that is remembered, or isn't there yet. */
  of(offset: number): number | null {
    const behind = this.#firstBehind(offset);
    const [before, after] = [this.#seen[behind - 1], this.#seen[behind]];
    return before && after ? (before.last + after.first) / 2 : null;
  }

  /** The index of the first look at which the record was there. */
  #firstBehind(offset: number): number {
    let [low, high] = [0, this.#seen.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#seen[middle]!.end > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

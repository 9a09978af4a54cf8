/** What happened so far, in numbers: for the progress line and for the end. */
export class Tally {
  requested = 0;
  booked = 0;
  aboard = 0;
  ended = 0;
  positions = 0;
  /** Times any of the above changed: progress, for whoever has patience only while there is some. */
  changes = 0;
  readonly #failures = new Map<string, number>();

  count(what: 'requested' | 'booked' | 'aboard' | 'ended'): void {
    this[what] += 1;
    this.changes += 1;
  }

  /** Something that should not happen, by its code. */
  fail(code: string): void {
    this.#failures.set(code, (this.#failures.get(code) ?? 0) + 1);
  }

  get failures(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#failures);
  }

  get failed(): number {
    return [...this.#failures.values()].reduce((sum, n) => sum + n, 0);
  }
}

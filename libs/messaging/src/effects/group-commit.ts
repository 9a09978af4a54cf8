/**
 * Writes what has gathered while the last write was under way, so that much costs little: one write at a time, the first at
 * the end of the turn, so that what ends together is written together.
 */
export class GroupCommit<E> {
  #gathered: E[] = [];
  #writing: Promise<void> | null = null;

  constructor(
    /** Must not reject. */
    private readonly write: (entries: readonly E[]) => Promise<void>,
    private readonly most: number,
  ) {}

  add(entry: E): void {
    this.#gathered.push(entry);
    this.#writing ??= this.#writeAll();
  }

  /** Resolves when everything added until then, or meanwhile, has been written. */
  async settled(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  async #writeAll(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#gathered.length > 0) await this.write(this.#gathered.splice(0, this.most));
    this.#writing = null;
  }
}

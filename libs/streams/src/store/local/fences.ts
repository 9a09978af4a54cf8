import type { Fence } from './changelog.js';

export interface Known extends Fence {
  readonly at: number;
}

/** Who may have written up to here, by the fence records of a changelog. Plain JSON goes in and comes out. */
export class Fences {
  readonly #last = new Map<string, Known>();
  #newest: Known | undefined;

  constructor(known: readonly Known[] = []) {
    for (const one of known) this.heard(one, one.at);
  }

  heard(fence: Fence, at: number): void {
    const known = { ...fence, at };
    this.#last.set(fence.producerId, known);
    if (!fence.sealed) this.#newest = known;
  }

  get newest(): Fence | undefined {
    return this.#newest;
  }

  /**
   * A position counts when it was written under the newest fence before it. Under an older one only while its producer id was not
   * sealed: ids are forgotten after 7 days, and a new id's fence keeps nobody away who writes by the old one.
   */
  allows(fence: number): boolean {
    if (!this.#newest || fence === this.#newest.at) return true;
    if (fence > this.#newest.at) return false;
    const { producerId } = this.#newest;
    return [...this.#last.values()].some((one) => one.at === fence && one.producerId !== producerId && !one.sealed);
  }

  /** Owners by other ids, who are not kept away by a fence of this one. */
  unsealed(producerId: string): readonly Fence[] {
    return [...this.#last.values()].filter((one) => one.producerId !== producerId && !one.sealed);
  }

  /** Those that stand before an offset. */
  before(offset: number): readonly Known[] {
    return [...this.#last.values()].filter(({ at }) => at < offset).sort((a, b) => a.at - b.at);
  }
}

/** The items of one key. The first has been begun when the lane is busy. */
interface Lane<T> {
  readonly chain: string;
  readonly items: T[];
  busy: boolean;
  /** The lane behind this one, of those that are ready. */
  next: Lane<T> | undefined;
}

/**
 * Begins items of many keys at once, those of one key one after the other and in their order. At most `atOnce` are under
 * way; of the keys that are ready, the one that has waited longest is next.
 */
export class Lanes<T extends { readonly chain: string }> {
  readonly #lanes = new Map<string, Lane<T>>();
  #first: Lane<T> | undefined;
  #last: Lane<T> | undefined;
  #ready = 0;
  #running = 0;
  #isOpen = true;

  constructor(
    private readonly atOnce: number,
    /** Takes a place until it resolves; must not reject. Its key goes on when the item has left, which may be later. */
    private readonly run: (item: T) => Promise<void>,
  ) {}

  /** Keys of which an item could begin if there were a place. */
  get ready(): number {
    return this.#ready;
  }

  add(item: T): void {
    let lane = this.#lanes.get(item.chain);
    if (!lane) {
      lane = { chain: item.chain, items: [], busy: false, next: undefined };
      this.#lanes.set(item.chain, lane);
    }
    lane.items.push(item);
    if (!lane.busy && lane.items.length === 1) this.#queue(lane);
    this.#begin();
  }

  /** Takes out what waits behind the item, which has been begun. */
  behind(item: T): T[] {
    return this.#laneOf(item).items.splice(1);
  }

  /** The item is over, or `instead` of it others are to be begun, before those that wait behind it. */
  leave(item: T, ...instead: readonly T[]): void {
    const lane = this.#laneOf(item);
    lane.items.splice(0, 1, ...instead);
    lane.busy = false;
    if (lane.items.length > 0) this.#queue(lane);
    else this.#lanes.delete(lane.chain);
    this.#begin();
  }

  /** From now on nothing begins. */
  close(): void {
    this.#isOpen = false;
  }

  #laneOf(item: T): Lane<T> {
    const lane = this.#lanes.get(item.chain);
    if (!lane?.busy || lane.items[0] !== item) throw new Error('only what has been begun can leave');
    return lane;
  }

  #queue(lane: Lane<T>): void {
    if (this.#last) this.#last.next = lane;
    else this.#first = lane;
    this.#last = lane;
    this.#ready += 1;
  }

  #begin(): void {
    while (this.#isOpen && this.#first && this.#running < this.atOnce) {
      const lane = this.#first;
      const [item] = lane.items;
      this.#first = lane.next;
      if (!this.#first) this.#last = undefined;
      lane.next = undefined;
      this.#ready -= 1;
      lane.busy = true;
      this.#running += 1;
      void this.#occupy(item!);
    }
  }

  async #occupy(item: T): Promise<void> {
    await this.run(item);
    this.#running -= 1;
    this.#begin();
  }
}

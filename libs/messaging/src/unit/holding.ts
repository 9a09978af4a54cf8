import { SplitBatch } from './faults.js';

/** One handler's run in a unit; `order` is its place in the log. */
export interface Holder {
  readonly order: number;
}
interface Waiting {
  readonly who: Holder;
  readonly go: () => void;
  readonly stop: (why: unknown) => void;
}

/**
 * A row belongs to one handler at a time: the first that asks keeps it until it returns, others wait in log order and see
 * what it left. (PostgreSQL's row lock is the transaction's, so it can't keep two handlers of one batch apart.)
 */
export class Holding {
  readonly #holder = new Map<string, Holder>();
  readonly #queues = new Map<string, Waiting[]>();
  readonly #held = new Map<Holder, string[]>();
  readonly #waitsFor = new Map<Holder, Set<string>>();

  holds(who: Holder, row: string): boolean {
    return this.#holder.get(row) === who;
  }

  isAnothers(who: Holder, row: string): boolean {
    return (this.#holder.get(row) ?? who) !== who;
  }

  /** Resolves when the row is this holder's; rejects with `SplitBatch` when waiting would close a circle. */
  take(who: Holder, row: string): Promise<void> | undefined {
    const holder = this.#holder.get(row);
    if (holder === who) return undefined;
    if (!holder) {
      this.#give(who, row);
      return undefined;
    }
    if (this.#reaches(holder, who)) return Promise.reject(new SplitBatch('handlers wait for each other'));
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const queue = this.#queues.get(row) ?? [];
    const place = queue.findIndex((other) => other.who.order > who.order);
    queue.splice(place < 0 ? queue.length : place, 0, { who, go: resolve, stop: reject });
    this.#queues.set(row, queue);
    const wanted = this.#waitsFor.get(who) ?? new Set();
    this.#waitsFor.set(who, wanted.add(row));
    return promise;
  }

  /** The handler has ended: its rows go to the next in line. */
  giveBack(who: Holder): void {
    const rows = this.#held.get(who);
    if (!rows) return;
    this.#held.delete(who);
    for (const row of rows) {
      const queue = this.#queues.get(row);
      const next = queue?.shift();
      if (!queue?.length) this.#queues.delete(row);
      if (next) {
        this.#waitsFor.get(next.who)?.delete(row);
        this.#give(next.who, row);
        next.go();
      } else this.#holder.delete(row);
    }
  }

  /** The unit is lost: whoever waits is told. */
  stopAll(why: unknown): void {
    for (const queue of this.#queues.values()) for (const waiting of queue) waiting.stop(why);
    this.#queues.clear();
  }

  #give(who: Holder, row: string): void {
    this.#holder.set(row, who);
    const rows = this.#held.get(who);
    if (rows) rows.push(row);
    else this.#held.set(who, [row]);
  }

  /** Does `from` wait, over however many others, for a row that `to` holds? */
  #reaches(from: Holder, to: Holder, seen = new Set<Holder>()): boolean {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    for (const row of this.#waitsFor.get(from) ?? []) {
      const holder = this.#holder.get(row);
      if (holder && this.#reaches(holder, to, seen)) return true;
    }
    return false;
  }
}

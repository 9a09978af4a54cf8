import type { LogBatch } from '../log/port.js';

/** Where a group stands in a partition, as the broker has it; offsets are decimal strings, `-1` without a commit. */
export interface Standing {
  readonly topic: string;
  readonly partition: number;
  readonly committed: string;
  readonly begin: string;
  readonly end: string;
}

export interface Assigned {
  readonly topic: string;
  readonly partitions: readonly number[];
}

interface Place {
  /** The next record to hear. */
  position: bigint | null;
  /** Offset that the next record will get. */
  end: bigint | null;
  /**
   * `end` when it was first seen. What comes later is certainly there to be heard; of what was before, compaction may have
   * left nothing.
   */
  firstEnd: bigint | null;
  /** When it last moved, or had nothing to hear, epoch milliseconds. */
  since: number;
}

/** What stands before a member in its partitions, and since when it has not come nearer to it. */
export class Backlog {
  readonly #places = new Map<string, Place>();

  constructor(private readonly now: () => number) {}

  assigned(all: readonly Assigned[]): void {
    this.#places.clear();
    const place = { position: null, end: null, firstEnd: null, since: this.now() };
    for (const { topic, partitions } of all)
      for (const partition of partitions) this.#places.set(`${topic}/${partition}`, { ...place });
  }

  /** By the member itself. */
  stands({ topic, partition, endOffset }: LogBatch, position: bigint): void {
    const place = this.#places.get(`${topic}/${partition}`);
    if (!place) return;
    place.since = this.now();
    this.#note(place, position, BigInt(endOffset));
  }

  /** By the broker, which also knows of records that the member was never given. */
  looked(standings: readonly Standing[]): void {
    for (const { topic, partition, committed, begin, end } of standings) {
      const place = this.#places.get(`${topic}/${partition}`);
      if (place) this.#note(place, max(BigInt(committed), BigInt(begin)), BigInt(end));
    }
  }

  /** Records not yet heard, by `topic/partition`. */
  get lag(): Readonly<Record<string, number>> {
    const known = [...this.#places].filter(([, place]) => place.position !== null);
    return Object.fromEntries(known.map(([name, { position, end }]) => [name, Number(end! - position!)]));
  }

  /** Partitions (`topic/partition`) in which records have waited, and nothing has moved, for so many milliseconds. */
  stuck(milliseconds: number): readonly { readonly name: string; readonly since: number }[] {
    const latest = this.now() - milliseconds;
    return [...this.#places].flatMap(([name, place]) =>
      hasWaiting(place) && place.since <= latest ? [{ name, since: place.since }] : [],
    );
  }

  #note(place: Place, position: bigint, end: bigint): void {
    if (place.position === null || position > place.position) {
      place.position = position;
      place.since = this.now();
    }
    if (place.end === null || end > place.end) {
      // Until now nothing waited; what waits now came after the last look.
      place.firstEnd ??= end;
      place.end = end;
    } else if (!hasWaiting(place)) place.since = this.now();
  }
}

const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);

const hasWaiting = ({ position, end, firstEnd }: Place): boolean =>
  position !== null && end !== null && firstEnd !== null && position < end && end > firstEnd;

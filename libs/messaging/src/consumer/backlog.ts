import type { LogBatch, LogRecord } from '../log/port.js';

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
  /**
   * When the oldest record that is not done was appended, epoch milliseconds; of one that has not been fetched, when the one
   * before it was. Null: not known, or there is none.
   */
  oldestAt: number | null;
}

/** What stands before a member in its partitions, and since when it has not come nearer to it. */
export class Backlog {
  readonly #places = new Map<string, Place>();

  constructor(private readonly now: () => number) {}

  assigned(all: readonly Assigned[]): void {
    this.#places.clear();
    const place = { position: null, end: null, firstEnd: null, since: this.now(), oldestAt: null };
    for (const { topic, partitions } of all)
      for (const partition of partitions) this.#places.set(`${topic}/${partition}`, { ...place });
  }

  /** What the member begins with. */
  came({ topic, partition, endOffset, records }: LogBatch): void {
    const place = this.#places.get(`${topic}/${partition}`);
    const [first] = records;
    if (!place || !first) return;
    // A flow is given more while it still works on what came before.
    if (place.oldestAt === null || !hasWaiting(place)) place.oldestAt = first.appendedAt;
    this.#note(place, place.position ?? BigInt(first.offset), BigInt(endOffset));
  }

  /** By the member itself. */
  stands({ topic, partition, endOffset, records }: LogBatch, position: bigint): void {
    const place = this.#places.get(`${topic}/${partition}`);
    if (!place) return;
    place.since = this.now();
    place.oldestAt = (recordAt(records, position) ?? records.at(-1))?.appendedAt ?? null;
    this.#note(place, position, BigInt(endOffset));
  }

  /** By the broker, which also knows of records that the member was never given. */
  looked(standings: readonly Standing[]): void {
    for (const { topic, partition, committed, begin, end } of standings) {
      const place = this.#places.get(`${topic}/${partition}`);
      if (place) this.#note(place, max(BigInt(committed), BigInt(begin)), BigInt(end));
    }
  }

  /** That it has stood still until now does not count. */
  goesOn(): void {
    for (const place of this.#places.values()) place.since = this.now();
  }

  /** Records not yet heard, by `topic/partition`. */
  get lag(): Readonly<Record<string, number>> {
    const known = [...this.#places].filter(([, place]) => place.position !== null);
    return Object.fromEntries(known.map(([name, { position, end }]) => [name, Number(end! - position!)]));
  }

  /** The greatest age of a record that is not done, milliseconds; 0 when there is none. */
  get lagMs(): number {
    const now = this.now();
    let most = 0;
    for (const place of this.#places.values())
      if (isBehind(place)) most = Math.max(most, now - (place.oldestAt ?? place.since));
    return most;
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

const isBehind = ({ position, end }: Place): boolean => position !== null && end !== null && position < end;

/** The first record from an offset on. Few offsets have no record, so it is sought from where it would stand without them. */
function recordAt(records: readonly LogRecord[], position: bigint): LogRecord | undefined {
  const [first] = records;
  if (!first) return undefined;
  let index = Math.min(records.length, Math.max(0, Number(position - BigInt(first.offset))));
  for (; index > 0; index -= 1) if (BigInt(records[index - 1]!.offset) < position) break;
  return records[index];
}

import type { LogSight } from '../log/port.js';
import { AppendTimes } from './append-times.js';

/** A partition, and where its reader stands. */
export interface Standing {
  /** The physical name. */
  readonly topic: string;
  readonly partition: number;
  /** The next record to be handled. */
  readonly position: number;
  readonly end: number;
}

/** When a record was appended; null: none is there. Valid for the end that the partition had. */
interface Read {
  readonly appendedAt: number | null;
  readonly end: number;
}

const AT_ONCE = 8;
/** Of a batch that holds none of ours, markers of transactions, the next is read, so often. */
const MOST_READS = 20;

/**
 * When the oldest record that waits was appended. Whoever moves on is told to within the time between two looks at the
 * partition's end, for nothing. Where a reader stands still, and where nobody has looked yet (after a restart), the record itself is
 * read, once: it has the broker's own time.
 */
export class Oldest {
  readonly #ends = new Map<string, AppendTimes>();
  #read = new Map<string, Read>();
  /** What was asked for at the last look. */
  #before = new Set<string>();

  constructor(private readonly sight: Pick<LogSight, 'fetch'>) {}

  /** All partitions whose readers will be asked for. */
  looked(topic: string, partition: number, end: number, at: number): void {
    const name = `${topic}/${partition}`;
    const times = this.#ends.get(name) ?? new AppendTimes();
    this.#ends.set(name, times);
    times.looked(end, at);
  }

  /** Epoch milliseconds, by `topic/partition@position`, of all that have anything waiting. Rejects with a LogError. */
  async of(standings: readonly Standing[]): Promise<ReadonlyMap<string, number>> {
    const waiting = new Map(standings.filter(({ position, end }) => position < end).map((one) => [nameOf(one), one]));
    const toRead = [...waiting].filter(([name, one]) => !this.#isKnown(name, one));
    const read = new Map([...this.#read].filter(([name]) => waiting.has(name)));
    const queue = [...toRead];
    const reader = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) read.set(next[0], await this.#readAt(next[1]));
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, queue.length) }, reader));
    this.#read = read;
    this.#before = new Set(waiting.keys());
    const times = [...waiting].map(([name, one]) => [name, this.#timeOf(name, one)] as const);
    return new Map(times.flatMap(([name, time]) => (time === null ? [] : [[name, time] as const])));
  }

  #isKnown(name: string, one: Standing): boolean {
    const read = this.#read.get(name);
    if (read) return read.appendedAt !== null || read.end === one.end;
    return !this.#before.has(name) && this.#estimate(one) !== null;
  }

  #timeOf(name: string, one: Standing): number | null {
    const read = this.#read.get(name);
    return read ? read.appendedAt : this.#estimate(one);
  }

  #estimate({ topic, partition, position }: Standing): number | null {
    return this.#ends.get(`${topic}/${partition}`)?.of(position) ?? null;
  }

  async #readAt({ topic, partition, position, end }: Standing): Promise<Read> {
    let offset = BigInt(position);
    for (let reads = 0; offset < end && reads < MOST_READS; reads += 1) {
      const [found] = await this.sight.fetch([{ topic, partition, offset }], { waitMs: 0, maxBytes: 1 });
      const first = found?.records[0];
      if (first) return { appendedAt: first.appendedAt, end };
      if (!found || found.next === offset) break;
      offset = found.next;
    }
    return { appendedAt: null, end };
  }
}

export const nameOf = ({ topic, partition, position }: Standing): string => `${topic}/${partition}@${position}`;

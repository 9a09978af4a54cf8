import type { Read } from './reading.js';

/** Of one topic, so that what is fetched next can be read while this is worked on. */
const BYTES = 1 << 20;

interface Queue {
  readonly reads: Read[];
  at: number;
  bytes: number;
  next: number;
}

/** What has been fetched for a task and waits for it, by topic. */
export class Inbox {
  readonly #queues = new Map<string, Queue>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  hasRoom(topic: string): boolean {
    return (this.#queues.get(topic)?.bytes ?? 0) < BYTES;
  }

  /** The offset behind what has been added; undefined when nothing ever was. */
  next(topic: string): number | undefined {
    return this.#queues.get(topic)?.next;
  }

  add(topic: string, reads: readonly Read[]): void {
    let queue = this.#queues.get(topic);
    if (!queue) this.#queues.set(topic, (queue = { reads: [], at: 0, bytes: 0, next: 0 }));
    for (const read of reads) {
      queue.reads.push(read);
      queue.bytes += read.bytes + 100;
      queue.next = read.offset + 1;
    }
    this.#size += reads.length;
  }

  /** The record that happened first of those that stand first in their topics; of two of one moment the first topic's. */
  take(topics: readonly string[]): { readonly topic: string; readonly read: Read } | undefined {
    let found: { topic: string; read: Read; queue: Queue } | undefined;
    let earliest = Number.POSITIVE_INFINITY;
    for (const topic of topics) {
      const queue = this.#queues.get(topic);
      const read = queue?.reads[queue.at];
      const time = read?.record?.time ?? -1;
      if (!queue || !read || time >= earliest) continue;
      found = { topic, read, queue };
      earliest = time;
    }
    if (!found) return undefined;
    const { topic, read, queue } = found;
    queue.at += 1;
    queue.bytes -= read.bytes + 100;
    if (queue.at === queue.reads.length) [queue.reads.length, queue.at] = [0, 0];
    this.#size -= 1;
    return { topic, read };
  }

  clear(): void {
    this.#queues.clear();
    this.#size = 0;
  }
}

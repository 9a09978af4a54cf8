import { physicalTopic } from '@ride/events';
import { partitionOf } from '../log/murmur2.js';
import { LogError, type Log } from '../log/port.js';

const NO_KEY = Buffer.alloc(0);
const ASK_AGAIN_MS = 1_000;

/** Physical names and partition counts of topics. */
export class Topics {
  readonly #physical = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  /** Topics that the log did not have: since when, and when it was asked last (epoch milliseconds). */
  readonly #missing = new Map<string, { readonly since: number; readonly asked: number }>();

  constructor(
    private readonly log: Log,
    private readonly namespace: string,
  ) {}

  /** Topics that the log does not have, and since when. */
  get missing(): ReadonlyMap<string, number> {
    return new Map(Array.from(this.#missing, ([topic, { since }]) => [topic, since]));
  }

  physical(logical: string): string {
    let name = this.#physical.get(logical);
    if (name === undefined) this.#physical.set(logical, (name = physicalTopic(logical, this.namespace)));
    return name;
  }

  /** null when the log has no such topic (yet). */
  partitions(topic: string): number | Promise<number | null> {
    return this.#counts.get(topic) ?? this.#ask(topic);
  }

  /** Records without a key stay in one order: they have one place. */
  place(key: Buffer | null, partitions: number): number {
    return partitionOf(key ?? NO_KEY, partitions);
  }

  async #ask(topic: string): Promise<number | null> {
    const now = Date.now();
    const missing = this.#missing.get(topic);
    if (missing && now - missing.asked < ASK_AGAIN_MS) return null;
    try {
      const count = await this.log.partitionsOf(topic);
      this.#counts.set(topic, count);
      this.#missing.delete(topic);
      return count;
    } catch (error) {
      if (!(error instanceof LogError) || error.code !== 'topic_unknown') throw error;
      this.#missing.set(topic, { since: missing?.since ?? now, asked: Date.now() });
      return null;
    }
  }
}

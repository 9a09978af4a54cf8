import type { Service } from '@ride/events';
import type { Cause } from '@ride/messaging';

/** A fact as it stands in an outbox or in the log. A copy that the relay made has the same id. */
export interface Said {
  readonly id: string;
  readonly by: Service;
  readonly type: string;
  readonly topic: string;
  readonly key: string;
  /** Event time, UTC milliseconds, by the clock of whoever said it. */
  readonly time: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly cause: Cause;
}

/** What Kafka promises, and no more: the records of one key of a topic are one stream, in one order that all readers see. */
export class Log {
  readonly streams = new Map<string, Said[]>();
  readonly #byId = new Map<string, Said>();
  #facts = 0;

  static streamOf({ topic, key }: Pick<Said, 'topic' | 'key'>): string {
    return `${topic} ${key}`;
  }

  /** A new fact's id. */
  nextId(): string {
    this.#facts += 1;
    return `fact ${this.#facts}`;
  }

  append(fact: Said): void {
    this.#byId.set(fact.id, fact);
    const name = Log.streamOf(fact);
    const stream = this.streams.get(name);
    if (stream) stream.push(fact);
    else this.streams.set(name, [fact]);
  }

  /** A fact that the log has. */
  find(id: string): Said | undefined {
    return this.#byId.get(id);
  }

  /** What was said on a topic under a key, in the log's order, copies left out. */
  facts(topic: string, key: string): readonly Said[] {
    const seen = new Set<string>();
    return (this.streams.get(Log.streamOf({ topic, key })) ?? []).filter(({ id }) => {
      const isFirst = !seen.has(id);
      seen.add(id);
      return isFirst;
    });
  }
}

import { randomUUID } from 'node:crypto';
import { settings } from '@ride/configuration';
import type { Log, LogConsumer, LogRecord } from '../../src/index.js';
import { until } from './small-service.js';

/** A record as a test reads it. */
export type Tapped = Omit<LogRecord, 'key' | 'value' | 'headers'> & {
  readonly key: string;
  readonly value: Buffer | null;
  readonly headers: Record<string, string>;
  readonly raw: LogRecord;
};

/** Hears everything on some topics (logical names), from their beginning. */
export class LogTap {
  readonly #heard = new Map<string, Tapped[]>();
  #consumer!: LogConsumer;

  static async on(log: Log, ...topics: readonly string[]): Promise<LogTap> {
    const tap = new LogTap();
    const { namespace } = settings();
    tap.#consumer = log.consumer({
      groupId: `${namespace}tap-${randomUUID()}`,
      topics: topics.map((topic) => namespace + topic),
      partitionsAtOnce: 1,
      events: {
        joined: () => undefined,
        rebalancing: () => undefined,
        alive: () => undefined,
        crashed: () => undefined,
      },
      eachBatch: (batch) => {
        for (const record of batch.records) tap.#hear(record.topic.slice(namespace.length), record);
        batch.resolve(batch.lastOffset);
        return Promise.resolve();
      },
    });
    await tap.#consumer.connect();
    await tap.#consumer.subscribe();
    return tap;
  }

  of(topic: string): readonly Tapped[] {
    return this.#heard.get(topic) ?? [];
  }

  find(topic: string, fits: (record: Tapped) => boolean): Promise<Tapped> {
    return until(
      () => Promise.resolve(this.of(topic).find(fits)),
      (found) => found !== undefined,
    ) as Promise<Tapped>;
  }

  stop(): Promise<void> {
    return this.#consumer.stop();
  }

  #hear(topic: string, record: LogRecord): void {
    const headers = Object.fromEntries(record.headers.map(([name, value]) => [name, value.toString()]));
    const tapped = {
      ...record,
      headerTexts: record.headerTexts,
      key: String(record.key),
      value: record.value,
      headers,
      raw: record,
    };
    this.#heard.set(topic, [...this.of(topic), tapped]);
  }
}

import type { Log, LogProducer } from '@ride/messaging';
import type { Sending } from '../store/outputs.js';

/** Bytes in one send: all of them may be for one partition, which takes 1 MB at once. */
const BYTES_AT_ONCE = 400_000;

interface Waiting {
  readonly records: readonly Sending[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Sends what all tasks of a process say. The producer is not idempotent and has one send in flight: whoever hears drops repeats, and
 * with two, or after a rejected one, kafkajs may acknowledge what never reaches the log.
 */
export class Sender {
  #producer: LogProducer | null = null;
  #waiting: Waiting[] = [];
  #sending: Promise<void> | null = null;

  constructor(private readonly log: Log) {}

  /** Resolves when all are acknowledged; nothing is tried again. */
  send(records: readonly Sending[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ records, resolve, reject });
      this.#sending ??= this.#sendAll();
    });
  }

  async close(): Promise<void> {
    await this.#sending;
    await this.#producer?.close();
    this.#producer = null;
  }

  async #sendAll(): Promise<void> {
    // What other tasks say in this turn of the event loop goes along.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const waiting = this.#waiting.splice(0);
      try {
        for (const part of parts(waiting.flatMap(({ records }) => records))) await this.#sendPart(part);
        for (const { resolve } of waiting) resolve();
      } catch (error) {
        for (const { reject } of waiting) reject(error);
      }
    }
    this.#sending = null;
  }

  async #sendPart(records: readonly Sending[]): Promise<void> {
    try {
      this.#producer ??= await this.log.producer();
      await this.#producer.send(records);
    } catch (error) {
      const producer = this.#producer;
      this.#producer = null;
      void producer?.close().catch(() => undefined);
      throw error;
    }
  }
}

function* parts(records: readonly Sending[]): Iterable<readonly Sending[]> {
  let part: Sending[] = [];
  let bytes = 0;
  for (const record of records) {
    const size = 300 + (record.key?.length ?? 0) + (record.value?.length ?? 0);
    if (part.length > 0 && bytes + size > BYTES_AT_ONCE) {
      yield part;
      [part, bytes] = [[], 0];
    }
    part.push(record);
    bytes += size;
  }
  if (part.length > 0) yield part;
}

import type { Log, LogProducer, NewRecord } from './port.js';

/**
 * The only way in which this library sends. A kafkajs producer with two sends in flight, or used again after a rejected
 * one, can acknowledge records that never reach the log: so there is one send at a time, and after a rejection the
 * producer is thrown away and the next send gets a new one.
 */
export class CarefulProducer {
  #producer: LogProducer | null = null;
  #sending = false;

  constructor(private readonly log: Log) {}

  /** Makes the connection that the first send would have to wait for. */
  async connect(): Promise<void> {
    await this.send([]);
  }

  /** Rejects with a LogError when anything of it was not acknowledged; all of it must be said again then. */
  async send(records: readonly NewRecord[]): Promise<void> {
    if (this.#sending) throw new Error('a second send while one is in flight: this is a bug');
    this.#sending = true;
    try {
      this.#producer ??= await this.log.producer();
      await this.#producer.send(records);
    } catch (error) {
      void this.close();
      throw error;
    } finally {
      this.#sending = false;
    }
  }

  async close(): Promise<void> {
    const producer = this.#producer;
    this.#producer = null;
    await producer?.close().catch(() => undefined);
  }
}

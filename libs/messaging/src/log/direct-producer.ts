import type { Indicator } from '../health/indicator.js';
import type { Trouble } from '../health/trouble.js';
import { CarefulProducer } from './careful-producer.js';
import { LogError, type Log, type NewRecord } from './port.js';

/** Bytes in one send: all of them may be for one partition, which takes 1 MB at once. */
const BYTES_AT_ONCE = 400_000;
/** While the broker is out of reach more than this many records wait for nothing. */
const MOST_WAITING = 20_000;
const RECOVER_MS = 1_000;

interface Waiting {
  readonly records: readonly NewRecord[];
  readonly bytes: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const sizeOf = (records: readonly NewRecord[]): number =>
  records.reduce((sum, { key, value }) => sum + 200 + (key?.length ?? 0) + (value?.length ?? 0), 0);

/**
 * Says what is too short-lived for an outbox (DriverMoved): what arrives while a send is under way goes together in the
 * next one. Nothing is tried twice.
 */
export class DirectProducer implements Indicator {
  readonly #producer: CarefulProducer;
  #waiting: Waiting[] = [];
  #count = 0;
  #sending: Promise<void> | null = null;
  #failure: { readonly error: LogError; readonly since: number } | null = null;
  #recovery: NodeJS.Timeout | null = null;
  #stopping = false;

  constructor({ log }: { log: Log }) {
    this.#producer = new CarefulProducer(log);
  }

  /** Resolves when the records are in the log; rejects with a LogError when they may not be. */
  send(records: readonly NewRecord[]): Promise<void> {
    if (this.#count + records.length > MOST_WAITING)
      return Promise.reject(new LogError('log_unavailable', `${this.#count} records are waiting to be sent already`));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ records, bytes: sizeOf(records), resolve, reject });
      this.#count += records.length;
      this.#sending ??= this.#sendAll();
    });
  }

  /** Why the last send failed; null when it did not. */
  health(): { ok: boolean; reason: string | null } {
    return { ok: this.#failure === null, reason: this.#failure?.error.message ?? null };
  }

  troubles(): readonly Trouble[] {
    if (!this.#failure) return [];
    const { since } = this.#failure;
    return [{ code: 'producer_failing', part: 'producer', since, what: 'The last facts could not be sent.' }];
  }

  /** Sends what is waiting, then closes. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#recovery) clearTimeout(this.#recovery);
    await this.#sending;
    await this.#producer.close();
  }

  async #sendAll(): Promise<void> {
    // What else this turn of the event loop says goes along.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#sendNext();
    this.#sending = null;
    if (this.#failure) this.#recoverLater();
  }

  /** Whoever asks it to send may have been sent elsewhere, since it can't: it tries by itself whether it can again. */
  #recoverLater(): void {
    if (this.#stopping) return;
    this.#recovery ??= setTimeout(() => {
      this.#recovery = null;
      this.#sending ??= this.#recover().then(() => this.#sendAll());
    }, RECOVER_MS);
  }

  async #recover(): Promise<void> {
    try {
      await this.#producer.connect();
      this.#failure = null;
    } catch {
      // What failed stays what was said last.
    }
  }

  async #sendNext(): Promise<void> {
    const batch: Waiting[] = [];
    for (let bytes = 0; this.#waiting[0] && (bytes === 0 || bytes + this.#waiting[0].bytes <= BYTES_AT_ONCE);) {
      bytes += this.#waiting[0].bytes;
      batch.push(...this.#waiting.splice(0, 1));
    }
    const records = batch.flatMap((waiting) => waiting.records);
    this.#count -= records.length;
    try {
      await this.#producer.send(records);
      this.#failure = null;
      for (const { resolve } of batch) resolve();
    } catch (error) {
      const failure = error instanceof LogError ? error : new LogError('log_unavailable', String(error));
      this.#failure = { error: failure, since: this.#failure?.since ?? Date.now() };
      for (const { reject } of batch) reject(error);
    }
  }
}

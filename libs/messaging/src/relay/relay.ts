import { crashPoints } from '../crash-points.js';
import { CarefulProducer } from '../log/careful-producer.js';
import type { Indicator } from '../health/indicator.js';
import { Bell } from './bell.js';
import { Condition } from './condition.js';
import type { RelayHealth, RelayOptions } from './options.js';
import type { OutboxRow } from './outbox-row.js';
import { Sender } from './sender.js';
import { BucketSession } from './session.js';
import { tellRound, tellSent, watchOutbox } from './told-sends.js';
import { Topics } from './topics.js';

const POLL_MS = 1_000;
/** The session would end after 5 idle seconds and lose its locks in the middle of a slow send. */
const PING_MS = 2_000;
const ROWS_AT_ONCE = 4_000;
const BYTES_AT_ONCE = 8_000_000;
const LONGEST_BACKOFF_MS = 3_000;
/** How soon to ask again for a bucket that another process is sending. */
const SHORTEST_RETRY_MS = 2;
const LONGEST_RETRY_MS = 50;

/** Brings committed rows of the outbox into the log: each at least once, those of a key in order. One a process. */
export class Relay implements Indicator {
  readonly #producer: CarefulProducer;
  readonly #topics: Topics;
  readonly #sender: Sender;
  readonly #bell = new Bell();
  #woken = new Set<number>();
  /** In the log, but their deletion failed. */
  #undeleted: string[] = [];
  #session: BucketSession | null = null;
  #settling: Promise<void> | null = null;
  #running: Promise<void> | null = null;
  #stopping = false;
  #failures = 0;
  #missed = 0;
  #nextPoll = 0;
  readonly #condition = new Condition(() => this.#topics.missing);

  constructor(private readonly options: RelayOptions) {
    this.#producer = new CarefulProducer(options.log);
    this.#topics = new Topics(options.log, options.namespace);
    this.#sender = new Sender(this.#producer, this.#topics);
  }

  /** Begins; does not wait for the broker or the database, nor reject when they are out of reach. */
  start(): void {
    this.#running ??= this.#run();
    watchOutbox(this.#condition);
  }

  /** To be called after a commit with the buckets that INSERT_OUTBOX named. What is quiet may wait for others, or a second. */
  wake(buckets: Iterable<number>, isQuiet = false): void {
    for (const bucket of buckets) this.#woken.add(bucket);
    if (!isQuiet) this.#bell.ring();
  }

  /** Sends what it was woken for, then closes. What a failure leaves behind is found by the next relay's poll. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#bell.ring();
    await this.#running;
    await this.#settling;
    await Promise.all([this.#session?.close(), this.#producer.close()]);
  }

  health(): RelayHealth {
    return this.#condition.health();
  }

  troubles(): ReturnType<Condition['troubles']> {
    return this.#condition.troubles();
  }

  figures(): ReturnType<Condition['figures']> {
    return this.#condition.figures();
  }

  async #run(): Promise<void> {
    while (!this.#stopping || this.#woken.size > 0) {
      if (this.#woken.size === 0) await this.#bell.wait(this.#nextPoll - Date.now());
      try {
        await this.#turn();
        if (this.#failures > 0) this.options.logger.info({ failures: this.#failures }, 'the relay goes on');
        this.#failures = 0;
        this.#condition.inOrder();
      } catch (error) {
        await this.#failed(error instanceof Error ? error : new Error(String(error)));
        if (this.#stopping) return;
      }
    }
  }

  async #turn(): Promise<void> {
    const session = await this.#openSession();
    if (Date.now() >= this.#nextPoll && !this.#stopping) {
      this.#nextPoll = Date.now() + POLL_MS;
      const outbox = await session.busy();
      this.#condition.polled(outbox);
      for (const bucket of outbox.buckets) this.#woken.add(bucket);
    }
    if (this.#undeleted.length > 0) {
      await session.settle(this.#undeleted, []);
      this.#undeleted = [];
    }
    if (this.#woken.size > 0) await this.#round(session);
  }

  async #openSession(): Promise<BucketSession> {
    if (this.#session?.alive) return this.#session;
    // The first send would otherwise wait for its connection with the buckets locked.
    const [session] = await Promise.all([
      BucketSession.open(this.options.databaseUrl),
      this.#producer.connect().catch(() => undefined),
    ]);
    this.#session = session;
    return session;
  }

  async #round(session: BucketSession): Promise<void> {
    const wanted = [...this.#woken].sort((a, b) => a - b);
    this.#woken.clear();
    const acknowledged: string[] = [];
    let held: readonly number[] | null = null;
    try {
      await crashPoints.reached?.('relay: before lock');
      const began = performance.now();
      const rowsPerBucket = Math.ceil(ROWS_AT_ONCE / wanted.length);
      const reading = await session.lockAndRead(wanted, rowsPerBucket, BYTES_AT_ONCE);
      held = reading.held;
      this.#askAgain(wanted, held);
      await crashPoints.reached?.('relay: after read');
      if (reading.rows.length > 0) {
        await this.#send(session, reading.rows, acknowledged);
        tellRound(reading.rows, performance.now() - began);
        this.options.metrics?.sent?.(acknowledged.length, performance.now() - began);
        for (const bucket of unread(reading.rows, held, rowsPerBucket)) this.#woken.add(bucket);
      }
    } catch (error) {
      for (const bucket of wanted) this.#woken.add(bucket);
      await this.#settle(session, acknowledged, held);
      throw error;
    }
    // Not awaited: the next round's statements are written behind these, and answered after them.
    this.#settling = this.#settle(session, acknowledged, held);
  }

  async #send(session: BucketSession, rows: readonly OutboxRow[], acknowledged: string[]): Promise<void> {
    const ping = setInterval(() => void session.ping().catch(() => undefined), PING_MS);
    const readAt = Date.now();
    try {
      await this.#sender.send(rows, {
        acknowledged: (sent) => {
          for (const { id } of sent) acknowledged.push(id);
          tellSent(sent, readAt);
          return crashPoints.reached?.('relay: after send');
        },
        refuse: async (row, reason) => {
          await session.refuse(row.id, reason);
          this.#condition.refused();
          this.options.metrics?.refused?.(row.topic, reason);
          this.options.logger.error(
            { topic: row.topic, outboxId: row.id, reason },
            'the broker refuses a fact; its key waits',
          );
        },
        check: () => {
          if (!session.holds) throw new Error('the database session that locks the buckets may have ended');
        },
      });
    } finally {
      clearInterval(ping);
    }
  }

  /** `held` is null when the session failed while locking: what it holds goes with it. */
  async #settle(
    session: BucketSession,
    acknowledged: readonly string[],
    held: readonly number[] | null,
  ): Promise<void> {
    try {
      if (held === null) throw new Error('the session does not know what it holds');
      await session.settle(acknowledged, held);
      await crashPoints.reached?.('relay: after delete');
    } catch {
      this.#undeleted.push(...acknowledged);
      void session.close();
    }
  }

  #askAgain(wanted: readonly number[], held: readonly number[]): void {
    if (held.length === wanted.length) {
      this.#missed = 0;
      return;
    }
    if (this.#stopping) return;
    const others = wanted.filter((bucket) => !held.includes(bucket));
    setTimeout(() => this.wake(others), Math.min(SHORTEST_RETRY_MS * 2 ** this.#missed, LONGEST_RETRY_MS));
    this.#missed += 1;
  }

  async #failed(error: Error): Promise<void> {
    if (this.#condition.failed(error)) this.options.logger.warn({ err: error }, 'the relay waits');
    this.options.metrics?.failed?.(error);
    const backoff = Math.min(50 * 2 ** this.#failures, LONGEST_BACKOFF_MS);
    this.#failures += 1;
    const end = Date.now() + backoff;
    while (!this.#stopping && Date.now() < end) await this.#bell.wait(end - Date.now());
  }
}

/** The buckets of which there may be more rows than were read. */
const unread = (rows: readonly OutboxRow[], held: readonly number[], rowsPerBucket: number): readonly number[] => {
  const counts = new Map<number, number>();
  let bytes = 0;
  for (const { bucket, key, headers, value } of rows) {
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    bytes += (key?.length ?? 0) + headers.length + (value?.length ?? 0);
  }
  return bytes >= BYTES_AT_ONCE ? held : held.filter((bucket) => (counts.get(bucket) ?? 0) >= rowsPerBucket);
};

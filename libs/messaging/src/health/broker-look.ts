import type { Logger } from '../log/logger.js';
import { LogError, type Log, type LogAdmin, type Range } from '../log/port.js';
import type { Standing } from '../consumer/backlog.js';
import type { Indicator } from './indicator.js';
import { Look } from './look.js';
import type { Trouble } from './trouble.js';

/** A member of a group, which is told how far its group is. */
export interface Looked {
  readonly groupId: string;
  /** Physical names. */
  readonly topics: readonly string[];
  looked(standings: readonly Standing[]): void;
}

/** Whether the broker answers; and what it knows of the groups, since a consumer that hears nothing can't tell how much. */
export class BrokerLook implements Indicator {
  readonly #look: Look;
  readonly #groups: Looked[] = [];
  /** Topics that the log does not have, and since when. */
  readonly #missing = new Map<string, number>();
  #admin: LogAdmin | null = null;
  #isRefused = false;
  #isStopped = false;

  constructor(
    private readonly log: Log,
    logger: Logger,
    private readonly now = Date.now,
  ) {
    this.#look = new Look({
      every: 4_000,
      patienceMs: 10_000,
      ask: () => this.#ask(),
      failed: (error) => logger.warn({ err: error }, 'the broker does not answer'),
      now,
    });
  }

  add(group: Looked): void {
    this.#groups.push(group);
  }

  start(): void {
    this.#look.start();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#look.stop();
    await this.#close();
  }

  get lastOutage(): number | null {
    return this.#look.lastOutage;
  }

  troubles(): readonly Trouble[] {
    const since = this.#look.unansweredSince;
    const part = 'broker';
    if (since !== null && this.#isRefused)
      return [{ code: 'broker_refuses', part, since, what: 'The broker does not let this process in.' }];
    if (since !== null) return [{ code: 'broker_unreachable', part, since, what: 'The broker does not answer.' }];
    return Array.from(this.#missing, ([topic, since]) => ({
      code: 'topic_missing',
      part,
      since,
      what: `The log has no topic ${topic}.`,
    }));
  }

  async #ask(): Promise<void> {
    try {
      this.#admin ??= await this.log.admin();
      await this.#lookWith(this.#admin);
    } catch (error) {
      this.#isRefused = error instanceof LogError && error.code === 'access_refused';
      await this.#close();
      throw error;
    }
    if (this.#isStopped) await this.#close();
  }

  async #lookWith(admin: LogAdmin): Promise<void> {
    const ranges = new Map<string, ReadonlyMap<number, Range>>();
    for (const topic of new Set(this.#groups.flatMap(({ topics }) => topics)))
      ranges.set(topic, await this.#rangesOf(admin, topic));
    for (const group of this.#groups) {
      const topics = group.topics.filter((topic) => !this.#missing.has(topic));
      const committed = await admin.committed(group.groupId, topics);
      group.looked(
        committed.flatMap(({ topic, partition, offset }) => {
          const range = ranges.get(topic)?.get(partition);
          return range ? [{ topic, partition, committed: offset, ...range }] : [];
        }),
      );
    }
  }

  async #rangesOf(admin: LogAdmin, topic: string): Promise<ReadonlyMap<number, Range>> {
    try {
      const ranges = await admin.ranges(topic);
      this.#missing.delete(topic);
      return ranges;
    } catch (error) {
      if (!(error instanceof LogError) || error.code !== 'topic_unknown') throw error;
      if (!this.#missing.has(topic)) this.#missing.set(topic, this.now());
      return new Map();
    }
  }

  async #close(): Promise<void> {
    const admin = this.#admin;
    this.#admin = null;
    await admin?.close().catch(() => undefined);
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { LogError, type ConsumerEvents, type LogBatch, type LogConsumer, type LogRecord } from '../log/port.js';
import { Again, type Stretch } from './again.js';
import { Committer } from './committer.js';
import { Flowing } from './flowing.js';
import type { AnySettings } from './options.js';
import type { Progress } from './progress.js';
import type { Trials } from './trials.js';
import type { Units } from './units.js';

const HEARTBEAT_MS = 1_000;

/** What a member tells its consumer, and asks it. */
interface Whose {
  joined(): void;
  isPaused(): boolean;
}

/** One kafkajs consumer's life in a group, from its start to its crash or stop. */
export class Membership {
  readonly #consumer: LogConsumer;
  readonly #committer = new Committer((error) => this.#notCommitted(error));
  readonly #flowing: Flowing | null;
  readonly #again = new Again();
  /** Of each partition (`topic/partition`), the next record to hear, once it has heard one. */
  readonly #stands = new Map<string, bigint>();
  #share: ReadonlyMap<string, readonly number[]> = new Map();
  readonly #ended = Promise.withResolvers<Error | null>();
  #starting: Promise<void> | null = null;
  #working = 0;
  #heartbeats: NodeJS.Timeout | null = null;
  #rebalancing = false;
  #stopping = false;
  #isOurs = true;

  constructor(
    private readonly settings: AnySettings,
    private readonly units: Units | null,
    private readonly trials: Trials | undefined,
    private readonly progress: Progress,
    private readonly whose: Whose,
  ) {
    const isPaused = (): boolean => whose.isPaused();
    this.#flowing = settings.flow ? new Flowing(settings.flow, this.#committer, progress, isPaused) : null;
    this.#consumer = settings.log.consumer({
      groupId: settings.groupId,
      topics: settings.topics,
      // All partitions of a fetch at once: Units bounds the work.
      partitionsAtOnce: 256,
      eachBatch: (given) => this.#eachBatch(given),
      events: this.#events(),
    });
  }

  /** Resolves when the consumer has crashed (with why) or was stopped (null). Rejects when it could not start. */
  async live(): Promise<Error | null> {
    this.#starting = this.#start();
    await this.#starting;
    return await this.#ended.promise;
  }

  /** Why it shall end: null for a wanted stop. */
  async end(why: Error | null): Promise<void> {
    this.#stopping = true;
    this.#again.forget();
    // A kafkajs consumer that is stopped while it joins goes on afterwards, without anybody who knows it.
    await this.#starting?.catch(() => undefined);
    await this.#flowing?.end();
    // What is still being worked on commits for itself; afterwards nothing can be committed any more.
    await this.#committer.settled();
    try {
      await this.#consumer.stop();
    } catch (error) {
      this.settings.logger.warn({ err: error, group: this.settings.groupId }, 'leaving the group failed');
    }
    this.#ended.resolve(why);
  }

  /** Another takes its place: whether it is answered, and what it is given, is no news of the consumer any more. */
  disown(): void {
    this.#isOurs = false;
  }

  async #start(): Promise<void> {
    await this.#consumer.connect();
    if (!this.#stopping) await this.#consumer.subscribe();
  }

  share(topic: string): readonly number[] {
    return this.#wanted() ? (this.#share.get(topic) ?? []) : [];
  }

  /** See RunningConsumer. Never skips what it has not heard. */
  async again(stretch: Stretch, committed: bigint): Promise<void> {
    const { topic, partition, until } = stretch;
    if (!this.share(topic).includes(partition))
      throw new LogError('group_changed', `${topic}/${partition} is not this member’s`);
    const stands = this.#stands.get(`${topic}/${partition}`) ?? committed;
    const from = stands < stretch.from ? stands : stretch.from;
    const heard = this.#again.awaits({ topic, partition, from, until });
    if (from < until) this.#consumer.seek({ topic, partition, offset: String(from) });
    await heard;
  }

  /** Whether it is paused has changed. What is under way ends, and nothing more is begun or fetched. */
  pauses(): void {
    // Before it has joined there is nobody whom kafkajs could pause.
    if (this.#share.size === 0) return;
    if (this.whose.isPaused()) this.#consumer.pause(this.settings.topics);
    else this.#consumer.resume(this.settings.topics);
  }

  #events(): ConsumerEvents {
    return {
      joined: (assigned) => {
        this.#committer.forget();
        this.#again.forget();
        this.#stands.clear();
        this.#share = new Map(assigned.map(({ topic, partitions }) => [topic, partitions]));
        this.pauses();
        if (!this.#isOurs) return;
        this.#rebalancing = false;
        this.trials?.forget();
        this.progress.joined(assigned);
        const { partitions } = this.progress.health();
        this.settings.logger.info({ group: this.settings.groupId, partitions }, 'joined the group');
        if (!this.#stopping) this.#flowing?.begin();
        this.whose.joined();
      },
      rebalancing: () => this.#rebalances(),
      joining: async () => {
        this.#rebalances();
        await this.#flowing?.end();
      },
      alive: () => {
        if (this.#isOurs) this.progress.answered();
      },
      confirmed: (askedAt) => this.#flowing?.confirmed(askedAt),
      crashed: (error) => {
        this.#stopping = true;
        this.#again.forget();
        this.#ended.resolve(error);
      },
    };
  }

  /** What is under way ends at the next place where it can. */
  #rebalances(): void {
    this.#rebalancing = true;
    this.#again.forget();
    void this.#flowing?.end();
  }

  /** Never rejects: kafkajs would stop all fetching. What is not resolved here is fetched again, or by another member. */
  async #eachBatch(batch: LogBatch): Promise<void> {
    this.#beat(batch);
    this.progress.came(batch);
    const came = performance.now();
    try {
      if (this.units) await this.#hear(batch, this.units);
      else await this.#flowing?.take(batch);
      await this.#gather(came);
      // A member that leaves must have committed; one that stays may fetch meanwhile.
      if (!this.#wanted()) await this.#committer.settled();
    } finally {
      this.#working -= 1;
      if (this.#working === 0 && this.#heartbeats) {
        clearInterval(this.#heartbeats);
        this.#heartbeats = null;
      }
    }
  }

  /** What is left of the batch when it is paused is fetched again. */
  async #hear(batch: LogBatch, units: Units): Promise<void> {
    const { records } = batch;
    this.#again.came(batch);
    for (let from = 0; from < records.length; from += units.batch) {
      const unit = records.slice(from, from + units.batch);
      const isLast = from + units.batch >= records.length;
      const until = isLast ? batch.lastOffset : unit.at(-1)?.offset;
      if (until === undefined || !this.#goesOn() || !(await this.#hearUnit(batch, unit, until, units))) return;
    }
  }

  /** Returns whether they were heard. */
  async #hearUnit(batch: LogBatch, unit: readonly LogRecord[], until: string, units: Units): Promise<boolean> {
    const wanted = (): boolean => this.#goesOn();
    const trial = await this.trials?.of(batch, unit, wanted);
    if (trial === null) return false;
    const left = trial?.isCareful
      ? await trial.oneByOne(unit, wanted, ({ offset }) => {
          this.#done(batch, offset, offset);
          // If it were begun again, the next one's count would begin again too.
          return this.#committer.flush();
        })
      : unit;
    const heard = left !== null && (left.length === 0 || (await units.run(left, wanted)));
    if (heard) this.#done(batch, unit.at(-1)?.offset ?? until, until);
    if (trial) {
      if (heard) await this.#committer.flush();
      await trial.end(until, heard);
    }
    return heard;
  }

  /** The last record that was heard, and what stands behind it without being one. */
  #done(batch: LogBatch, last: string, until: string): void {
    const { topic, partition } = batch;
    const next = BigInt(until) + 1n;
    batch.resolve(last);
    this.#committer.add([{ topic, partition, offset: String(next) }], batch.commit);
    this.progress.stands(batch, next);
    this.#stands.set(`${topic}/${partition}`, next);
    this.#again.stands(batch, next);
  }

  /** The next fetch is sent when all batches of this one have ended. */
  async #gather(came: number): Promise<void> {
    if (this.settings.flow) return;
    const left = came + (this.settings.gatherMs ?? 0) - performance.now();
    if (left > 1 && this.#wanted()) await sleep(left);
  }

  #wanted(): boolean {
    return !this.#stopping && !this.#rebalancing;
  }

  #goesOn(): boolean {
    return this.#wanted() && !this.whose.isPaused();
  }

  /** One timer beats for the whole member while anything is worked on; an idle one beats with its fetches. */
  #beat(batch: LogBatch): void {
    this.#working += 1;
    this.#heartbeats ??= setInterval(
      () => void batch.heartbeat().catch((error) => this.#noHeartbeat(error)),
      HEARTBEAT_MS,
    );
  }

  #noHeartbeat(error: unknown): void {
    if (error instanceof LogError && error.code === 'group_changed') this.#rebalances();
    else this.settings.logger.debug({ err: error, group: this.settings.groupId }, 'a heartbeat was not answered');
  }

  #notCommitted(error: unknown): void {
    if (error instanceof LogError && error.code === 'group_changed') this.#rebalances();
    else this.settings.logger.warn({ err: error, group: this.settings.groupId }, 'offsets were not committed');
  }
}

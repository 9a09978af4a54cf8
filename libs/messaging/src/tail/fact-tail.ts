import { setTimeout as wait } from 'node:timers/promises';
import { factByCeType, physicalTopic, type AnyFactType, type Schemas } from '@ride/events';
import { heardRecord } from '../inbox/heard-record.js';
import type { Logger } from '../log/logger.js';
import type { Fetched, LogRecord, LogSight, Offset } from '../log/port.js';
import { watchersOf, type Watcher } from './watch.js';

export interface FactTailOptions {
  readonly sight: LogSight;
  readonly schemas: Schemas;
  readonly namespace: string;
  readonly logger: Logger;
}

const WAIT_MS = 500;
const BYTES = 500_000;
/** What comes one by one is shown so much later, and costs a fraction. */
const GATHER_MS = 100;
const AGAIN_MS = 1_000;
const STOP_MS = 1_000;

/** Gives `@Watch` methods what is said, from outside of any group. While the log is out of reach it waits; nothing is lost but time. */
export class FactTail {
  readonly #stop = new AbortController();
  /** By logical topic. */
  readonly #watchers: ReadonlyMap<string, readonly Watcher[]>;
  readonly #caughtUp = Promise.withResolvers<void>();
  #running: Promise<void> | null = null;
  #isFailing = false;
  /** Where each partition is to be read on. */
  #places: readonly Offset[] | null = null;
  /** Where those ended when it began. */
  #ends: ReadonlyMap<string, bigint> = new Map();

  constructor(
    private readonly options: FactTailOptions,
    ...watching: readonly object[]
  ) {
    const pairs = watching.flatMap(watchersOf).flatMap((watcher) => {
      const topics = new Set(watcher.facts.map(({ topic }) => topic.name));
      return [...topics].map((topic) => ({ topic, watcher }));
    });
    const byTopic = Map.groupBy(pairs, ({ topic }) => topic);
    this.#watchers = new Map(Array.from(byTopic, ([topic, all]) => [topic, all.map(({ watcher }) => watcher)]));
  }

  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    // A broker that is away keeps nobody.
    await Promise.race([this.#running, wait(STOP_MS, undefined, { ref: false })]);
    await this.options.sight.close().catch(() => undefined);
  }

  /** Resolves when it has seen all that was said before it began. */
  caughtUp(): Promise<void> {
    return this.#caughtUp.promise;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const pause = await this.#once();
      if (pause > 0) await wait(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Resolves to the milliseconds until it is to be asked again. */
  async #once(): Promise<number> {
    try {
      this.#places ??= await this.#begin();
      if (this.#places === null) return AGAIN_MS;
      const fetched = await this.options.sight.fetch(this.#places, { waitMs: WAIT_MS, maxBytes: BYTES });
      await this.#see(fetched.flatMap(({ records }) => records));
      this.#isFailing = false;
      return this.#moveOn(fetched) ? 0 : GATHER_MS;
    } catch (err) {
      if (!this.#isFailing && !this.#stop.signal.aborted) this.options.logger.warn({ err }, 'what is said is not seen');
      this.#isFailing = true;
      await this.#passWhatIsGone().catch(() => undefined);
      return AGAIN_MS;
    }
  }

  /** Null: a topic is not there yet. */
  async #begin(): Promise<readonly Offset[] | null> {
    const { sight, namespace } = this.options;
    const topics = [...this.#watchers.keys()].map((topic) => physicalTopic(topic, namespace));
    const ends = new Map((await sight.offsets(topics, 'end')).map((one) => [placeOf(one), one.offset]));
    const since = await Promise.all(
      [...this.#watchers].map(([topic, watchers]) =>
        sight.offsets([physicalTopic(topic, namespace)], longestOf(watchers)),
      ),
    );
    if (since.some(({ length }) => length === 0)) return null;
    this.#ends = ends;
    // Of a partition in which nothing was said since then only what will be.
    return since
      .flat()
      .map((one) => ({ ...one, offset: one.offset < 0n ? (ends.get(placeOf(one)) ?? 0n) : one.offset }));
  }

  /** Records that were deleted before they were read: the fetch is refused for all. */
  async #passWhatIsGone(): Promise<void> {
    if (this.#places === null) return;
    const topics = [...new Set(this.#places.map(({ topic }) => topic))];
    const begins = new Map(
      (await this.options.sight.offsets(topics, 'begin')).map((one) => [placeOf(one), one.offset]),
    );
    this.#places = this.#places.map((one) => {
      const begin = begins.get(placeOf(one)) ?? 0n;
      return begin > one.offset ? { ...one, offset: begin } : one;
    });
  }

  /** Returns whether more is there already. */
  #moveOn(fetched: readonly Fetched[]): boolean {
    const found = new Map(fetched.map((one) => [placeOf(one), one]));
    this.#places = (this.#places ?? []).map((one) => ({ ...one, offset: found.get(placeOf(one))?.next ?? one.offset }));
    if (this.#places.every((one) => one.offset >= (this.#ends.get(placeOf(one)) ?? 0n))) this.#caughtUp.resolve();
    return this.#places.some((one) => one.offset < (found.get(placeOf(one))?.end ?? 0n));
  }

  async #see(records: readonly LogRecord[]): Promise<void> {
    const { namespace, schemas, logger } = this.options;
    const wanted = records.flatMap((record) => {
      const type = record.ceType === undefined ? undefined : factByCeType(record.ceType);
      const topic = record.topic.slice(namespace.length);
      const watchers = this.#watchers.get(topic)?.filter(({ facts }) => type && facts.includes(type)) ?? [];
      return type && record.value && watchers.length > 0
        ? [{ record, type, topic, watchers, value: record.value }]
        : [];
    });
    await schemas.prepare(wanted.map(({ value }) => value));
    const seen = new Map<Watcher, Parameters<Watcher['see']>[0][number][]>();
    for (const { record, type, topic, watchers, value } of wanted) {
      const fact = decoded(schemas, record, type, topic, value);
      if (fact === null) logger.debug({ topic, offset: record.offset }, 'a value that nobody can read is left out');
      else for (const watcher of watchers) add(seen, watcher, fact);
    }
    for (const [watcher, facts] of seen) watcher.see(facts);
  }
}

const decoded = (schemas: Schemas, record: LogRecord, type: AnyFactType, topic: string, value: Buffer) => {
  try {
    const { time, cause } = heardRecord(record, topic, type);
    const fact = { type: type.type, time, data: schemas.decode(type, value), ...cause, appendedAt: record.appendedAt };
    return fact as Parameters<Watcher['see']>[0][number];
  } catch {
    return null;
  }
};

const longestOf = (watchers: readonly Watcher[]): number | 'begin' =>
  watchers.some(({ last }) => last === 'all')
    ? 'begin'
    : Date.now() - Math.max(...watchers.map(({ last }) => Number(last)));

const placeOf = ({ topic, partition }: { readonly topic: string; readonly partition: number }): string =>
  `${topic}/${partition}`;

const add = <K, V>(to: Map<K, V[]>, key: K, value: V): void => {
  const all = to.get(key);
  if (all) all.push(value);
  else to.set(key, [value]);
};

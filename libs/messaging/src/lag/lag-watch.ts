import { Look } from '../health/look.js';
import type { Logger } from '../log/logger.js';
import type { GroupSeen, LogSight, Offset } from '../log/port.js';
import { GroupProgress, type GroupLag, type PartitionLag } from './group-lag.js';
import { nameOf, Oldest } from './oldest.js';

export interface LagWatchOptions {
  readonly sight: LogSight;
  readonly namespace: string;
  readonly logger: Logger;
  /** Of the clock that the brokers have, too, to within what lag in seconds may be wrong by. */
  readonly now?: () => number;
}

export interface Lags {
  /** When it was looked, epoch milliseconds; null: not yet. When the broker does not answer it stays what it was. */
  readonly at: number | null;
  readonly groups: readonly GroupLag[];
}

const EVERY_MS = 900;
const GROUPS_EVERY_MS = 2_000;
const BEGINS_EVERY_MS = 10_000;

type Member = Pick<GroupSeen, 'members' | 'topics'>;
type ByPartition = ReadonlyMap<string, number>;

/**
 * How far every group of a namespace is behind, in records and in seconds, from outside: nothing is asked of the services, so that it
 * is known also, and above all, of those that are down. All that is compared is the broker's: whoever watches is told the same.
 */
export class LagWatch {
  readonly #look: Look;
  readonly #oldest: Oldest;
  readonly #progress = new Map<string, GroupProgress>();
  #groups: ReadonlyMap<string, Member> = new Map();
  #groupsAt = Number.NEGATIVE_INFINITY;
  #begins: ByPartition = new Map();
  #beginsAt = Number.NEGATIVE_INFINITY;
  #beginsOf = '';
  #last: Lags = { at: null, groups: [] };
  readonly #now: () => number;

  constructor(private readonly options: LagWatchOptions) {
    this.#now = options.now ?? Date.now;
    this.#oldest = new Oldest(options.sight);
    this.#look = new Look({
      every: EVERY_MS,
      patienceMs: 10_000,
      ask: () => this.#ask().catch((error: unknown) => this.#failed(error)),
      failed: (err) => options.logger.warn({ err }, 'how far the groups are is not known'),
    });
  }

  start(): void {
    this.#look.start();
  }

  async stop(): Promise<void> {
    await this.#look.stop();
    await this.options.sight.close().catch(() => undefined);
  }

  get last(): Lags {
    return this.#last;
  }

  async #ask(): Promise<void> {
    const { sight } = this.options;
    if (this.#now() - this.#groupsAt >= GROUPS_EVERY_MS) await this.#findGroups();
    const committed = await Promise.all(
      Array.from(this.#groups, async ([groupId, member]) => {
        const offsets = new Map((await sight.committed(groupId)).map((one) => [placeOf(one), Number(one.offset)]));
        return { groupId, member, offsets };
      }),
    );
    const topicsOf = committed.map(({ member, offsets }) => this.#topicsOf(member, offsets));
    const topics = [...new Set(topicsOf.flat())];
    const begins = await this.#beginsOfAll(topics);
    const ends = await sight.offsets(topics, 'end');
    const at = this.#now();
    for (const { topic, partition, offset } of ends) this.#oldest.looked(topic, partition, Number(offset), at);
    const byTopic = Map.groupBy(ends, ({ topic }) => topic);
    const standings = committed.map(({ groupId, member, offsets }, index) => ({
      groupId,
      member,
      places: topicsOf[index]!.flatMap((topic) => placesIn(byTopic.get(topic) ?? [], offsets, begins)),
    }));
    const oldest = await this.#oldest.of(standings.flatMap(({ places }) => places));
    this.#last = { at, groups: standings.map((one) => this.#groupLag(one, oldest, at)) };
  }

  /** What was known of groups and partitions may be why. */
  #failed(error: unknown): never {
    this.#groupsAt = this.#beginsAt = Number.NEGATIVE_INFINITY;
    throw error;
  }

  async #findGroups(): Promise<void> {
    const seen = await this.options.sight.groups(this.options.namespace);
    this.#groups = new Map(
      seen.map((group) => {
        // While it changes, it is taken for what it was.
        const before = this.#groups.get(group.groupId);
        return [group.groupId, !group.isStable && before ? before : group];
      }),
    );
    for (const groupId of this.#progress.keys()) if (!this.#groups.has(groupId)) this.#progress.delete(groupId);
    this.#groupsAt = this.#now();
  }

  /** What its members hear; of a group without any, what it has committed. Other namespaces' topics are nobody's here. */
  #topicsOf({ topics }: Member, offsets: ByPartition): readonly string[] {
    const all = topics.length > 0 ? topics : new Set(Array.from(offsets.keys(), (place) => place.split('/')[0]!));
    return [...all].filter((topic) => topic.startsWith(this.options.namespace));
  }

  async #beginsOfAll(topics: readonly string[]): Promise<ByPartition> {
    const of = topics.toSorted().join();
    if (of !== this.#beginsOf || this.#now() - this.#beginsAt >= BEGINS_EVERY_MS) {
      const found = await this.options.sight.offsets(topics, 'begin');
      this.#begins = new Map(found.map((one) => [placeOf(one), Number(one.offset)]));
      this.#beginsAt = this.#now();
      this.#beginsOf = of;
    }
    return this.#begins;
  }

  #groupLag(
    { groupId, member, places }: { groupId: string; member: Member; places: readonly Place[] },
    oldest: ReadonlyMap<string, number>,
    at: number,
  ): GroupLag {
    const { namespace } = this.options;
    const progress = this.#progress.get(groupId) ?? new GroupProgress(groupId, groupId.slice(namespace.length));
    this.#progress.set(groupId, progress);
    const partitions = places.map((place): PartitionLag & { position: number } => {
      const { topic, partition, committed, position, end } = place;
      const since = oldest.get(nameOf(place));
      return {
        ...{ topic: topic.slice(namespace.length), partition, committed, position, end },
        // What stands between, and is no record, waits for nobody.
        lagRecords: since === undefined ? 0 : end - position,
        lagSeconds: since === undefined ? 0 : Math.max(0, at - since) / 1_000,
      };
    });
    return progress.looked(partitions, member.members, at);
  }
}

interface Place {
  readonly topic: string;
  readonly partition: number;
  readonly committed: number | null;
  readonly position: number;
  readonly end: number;
}

/** Where a group stands: at what it has committed, unless that is gone already; without that at the beginning. */
const placesIn = (ends: readonly Offset[], offsets: ByPartition, begins: ByPartition): readonly Place[] =>
  ends.map(({ topic, partition, offset }) => {
    const committed = offsets.get(placeOf({ topic, partition })) ?? -1;
    const begin = begins.get(placeOf({ topic, partition })) ?? 0;
    const end = Number(offset);
    const position = Math.min(Math.max(committed, begin), end);
    return { topic, partition, committed: committed < 0 ? null : committed, position, end };
  });

const placeOf = ({ topic, partition }: { readonly topic: string; readonly partition: number }): string =>
  `${topic}/${partition}`;

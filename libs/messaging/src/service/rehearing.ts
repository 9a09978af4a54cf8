import { physicalTopic, type AnyFactType } from '@ride/events';
import type { RunningConsumer } from '../consumer/options.js';
import { LogError, type Log } from '../log/port.js';

/** Lets a service hear once more what its `@Follow` handlers have heard lately, when it has lost what they made of it. */
export class Rehearing {
  #followed: RunningConsumer | undefined;

  constructor(
    private readonly log: Log,
    private readonly namespace: string,
  ) {}

  /** The consumer of the `@Follow` handlers, once it has joined; undefined: there are none. */
  of(followed: RunningConsumer | undefined): void {
    this.#followed = followed;
  }

  /** The partitions of the fact's topic that this instance follows now; none before it has joined, or when nobody follows it. */
  share({ topic }: AnyFactType): readonly number[] {
    return this.#followed?.share(physicalTopic(topic.name, this.namespace)) ?? [];
  }

  /**
   * Hears again what was appended to the partitions in the last so many milliseconds, by the clocks of this process and the
   * broker: all handlers that follow the topic are given it. Resolves when all that was there at the asking is heard. Rejects
   * with a LogError when the log is out of reach, or a partition is no longer this instance's (`group_changed`).
   */
  async again({ topic }: AnyFactType, partitions: readonly number[], lastMs: number): Promise<void> {
    const followed = this.#followed;
    if (!followed) throw new LogError('group_changed', 'nothing is followed yet');
    const name = physicalTopic(topic.name, this.namespace);
    const { since, ranges, committed } = await this.#offsets(name, followed.groupId, Date.now() - lastMs);
    await Promise.all(
      partitions.map((partition) => {
        const range = ranges.get(partition);
        const until = BigInt(range?.end ?? 0);
        const heard = BigInt(committed.get(partition) ?? -1);
        const stands = heard >= 0n ? heard : BigInt(range?.begin ?? 0);
        return followed.again({ topic: name, partition, from: BigInt(since.get(partition) ?? until), until }, stands);
      }),
    );
  }

  async #offsets(topic: string, groupId: string, time: number) {
    const admin = await this.log.admin();
    try {
      const [since, ranges, positions] = await Promise.all([
        admin.offsetsSince(topic, time),
        admin.ranges(topic),
        admin.committed(groupId, [topic]),
      ]);
      return { since, ranges, committed: new Map(positions.map(({ partition, offset }) => [partition, offset])) };
    } finally {
      await admin.close();
    }
  }
}

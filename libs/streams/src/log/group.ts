import type { Kafka } from 'kafkajs';
import { clusterOf, kafkajs, opened, typeOf, type Broker, type Cluster } from './internals.js';

/** Offsets of partitions; topics by their physical names. */
export interface GroupOffset {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
}

export interface Joined {
  readonly generation: number;
  readonly memberId: string;
  /** What every member said of itself; empty unless this one leads. */
  readonly members: readonly { readonly id: string; readonly about: unknown }[];
}

/**
 * - `rejoin`: a rebalance has begun
 * - `expelled`: this member is none any more
 * - `unavailable`: anything else
 */
export class GroupError extends Error {
  constructor(
    readonly code: 'rejoin' | 'expelled' | 'unavailable',
    options: ErrorOptions,
  ) {
    super(`the group: ${String(options.cause)}`, options);
  }
}

const { MemberAssignment, MemberMetadata } = kafkajs.AssignerProtocol;
/** A killed member keeps its tasks from others for so long. */
const SESSION_MS = 6_000;
const REBALANCE_MS = 10_000;
const PROTOCOL = 'ride-streams';

/** A consumer group, by its inner calls: tasks are assigned instead of partitions. On connections of its own. */
export class KafkaGroup {
  readonly #cluster: Cluster;
  readonly #asking = new Set<Promise<unknown>>();
  #connected: Promise<void> | undefined;
  #isClosed = false;

  constructor(
    kafka: Kafka,
    readonly groupId: string,
  ) {
    this.#cluster = clusterOf(kafka);
  }

  /** Resolves when all members have joined, or are late. */
  join(memberId: string, topics: readonly string[], about: object): Promise<Joined> {
    return this.#ask(async (coordinator) => {
      const userData = Buffer.from(JSON.stringify(about));
      const metadata = MemberMetadata.encode({ version: 1, topics: [...topics], userData });
      const joined = await coordinator.joinGroup({
        ...{ groupId: this.groupId, memberId, sessionTimeout: SESSION_MS, rebalanceTimeout: REBALANCE_MS },
        groupProtocols: [{ name: PROTOCOL, metadata }],
      });
      const isLeader = joined.leaderId === joined.memberId;
      return {
        generation: joined.generationId,
        memberId: joined.memberId,
        members: isLeader
          ? joined.members.map((one) => ({ id: one.memberId, about: decoded(one.memberMetadata) }))
          : [],
      };
    });
  }

  /** The leader gives what each member shall have; each gets its own. `topics`: what tools show as its partitions. */
  sync(
    { generation, memberId }: Joined,
    assignments: ReadonlyMap<string, { topics: Readonly<Record<string, number[]>>; about: object }>,
  ): Promise<unknown> {
    return this.#ask(async (coordinator) => {
      const groupAssignment = [...assignments].map(([id, { topics, about }]) => ({
        memberId: id,
        memberAssignment: MemberAssignment.encode({
          version: 1,
          assignment: { ...topics },
          userData: Buffer.from(JSON.stringify(about)),
        }),
      }));
      const synced = await coordinator.syncGroup({
        groupId: this.groupId,
        generationId: generation,
        memberId,
        groupAssignment,
      });
      const own = MemberAssignment.decode(synced.memberAssignment);
      return own ? (JSON.parse(own.userData.toString()) as unknown) : null;
    });
  }

  async heartbeat({ generation, memberId }: Joined): Promise<void> {
    await this.#ask((coordinator) =>
      coordinator.heartbeat({ groupId: this.groupId, groupGenerationId: generation, memberId }),
    );
  }

  async leave({ memberId }: Joined): Promise<void> {
    await this.#ask((coordinator) => coordinator.leaveGroup({ groupId: this.groupId, memberId }));
  }

  async commit({ generation, memberId }: Joined, offsets: readonly GroupOffset[]): Promise<void> {
    if (offsets.length === 0) return;
    await this.#ask((coordinator) =>
      coordinator.offsetCommit({
        ...{ groupId: this.groupId, groupGenerationId: generation, memberId },
        topics: byTopic(offsets).map(([topic, own]) => ({
          topic,
          partitions: own.map(({ partition, offset }) => ({ partition, offset: String(offset) })),
        })),
      }),
    );
  }

  /** Only those that were ever committed. */
  async committed(asked: readonly Omit<GroupOffset, 'offset'>[]): Promise<readonly GroupOffset[]> {
    const topics = byTopic(asked).map(([topic, own]) => ({
      topic,
      partitions: own.map(({ partition }) => ({ partition })),
    }));
    const { responses } = await this.#ask((coordinator) => coordinator.offsetFetch({ groupId: this.groupId, topics }));
    return responses.flatMap(({ topic, partitions }) =>
      partitions.flatMap(({ partition, offset }) =>
        Number(offset) < 0 ? [] : [{ topic, partition, offset: Number(offset) }],
      ),
    );
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#asking);
    await this.#cluster.disconnect();
  }

  async #ask<T>(question: (coordinator: Broker) => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new GroupError('unavailable', { cause: new Error('closed') });
    const answer = this.#answer(question);
    this.#asking.add(answer);
    try {
      return await answer;
    } finally {
      this.#asking.delete(answer);
    }
  }

  async #answer<T>(question: (coordinator: Broker) => Promise<T>): Promise<T> {
    try {
      this.#connected ??= opened(this.#cluster);
      await this.#connected;
      return await question(await this.#cluster.findGroupCoordinator({ groupId: this.groupId }));
    } catch (error) {
      const type = typeOf(error);
      if (type === 'REBALANCE_IN_PROGRESS') throw new GroupError('rejoin', { cause: error });
      if (/UNKNOWN_MEMBER_ID|ILLEGAL_GENERATION|FENCED_INSTANCE/.test(type))
        throw new GroupError('expelled', { cause: error });
      this.#connected = undefined;
      throw new GroupError('unavailable', { cause: error });
    }
  }
}

function decoded(metadata: Buffer): unknown {
  const member = MemberMetadata.decode(metadata);
  return member ? (JSON.parse(member.userData.toString()) as unknown) : null;
}

function byTopic<T extends { readonly topic: string }>(all: readonly T[]): readonly [string, readonly T[]][] {
  return [...Map.groupBy(all, ({ topic }) => topic)];
}

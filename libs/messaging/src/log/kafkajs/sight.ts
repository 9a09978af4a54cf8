import kafkajs, { type Kafka } from 'kafkajs';
import type { Fetched, GroupSeen, LogSight, Offset, Position } from '../port.js';
import { KafkaRecord } from './consumer.js';
import { toLogError } from './errors.js';
import { clusterOf, type InnerBroker, type InnerCluster } from './inner.js';

/** kafkajs has two connections to a broker: for fetches, which may wait, and for all else. */
const CONNECTIONS = [0, 1];
const AT = { begin: -2, end: -1 } as const;
const { MemberMetadata } = kafkajs.AssignerProtocol;

/** Looks at the log, by the inner calls of kafkajs 2.2.4: its admin client asks a broker several times where one answer would do. */
export class KafkaSight implements LogSight {
  readonly #cluster: InnerCluster;
  readonly #brokers = new Map<string, Promise<InnerBroker>>();
  /** Node ids of the leaders, by topic and partition. */
  #leaders: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map();
  readonly #coordinators = new Map<string, string>();
  #connected: Promise<void> | undefined;
  #connecting: Promise<unknown> = Promise.resolve();

  constructor(kafka: Kafka) {
    this.#cluster = clusterOf(kafka);
  }

  topics(): Promise<ReadonlyMap<string, number>> {
    return this.#asking('listing topics', async () => {
      await this.#findLeaders();
      return new Map(Array.from(this.#leaders, ([topic, partitions]) => [topic, partitions.size]));
    });
  }

  groups(prefix: string): Promise<readonly GroupSeen[]> {
    return this.#asking('listing groups', async () => {
      const nodes = Object.keys(this.#cluster.brokerPool.brokers);
      const lists = await Promise.all(nodes.map(async (node) => (await this.#broker(node)).listGroups()));
      const ids = lists.flatMap(({ groups }) => groups.map(({ groupId }) => groupId));
      const ours = [...new Set(ids)].filter((id) => id.startsWith(prefix));
      const byNode = Map.groupBy(
        await Promise.all(ours.map(async (id) => ({ id, node: await this.#coordinatorOf(id) }))),
        ({ node }) => node,
      );
      const described = await Promise.all(
        Array.from(byNode, async ([node, some]) =>
          (await this.#broker(node)).describeGroups({ groupIds: some.map(({ id }) => id) }),
        ),
      );
      return described.flatMap(({ groups }) =>
        groups.map(({ groupId, state, members }) => ({
          groupId,
          isStable: state === 'Stable' || state === 'Empty',
          members: members.length,
          topics: [...new Set(members.flatMap(({ memberMetadata }) => topicsIn(memberMetadata)))],
        })),
      );
    });
  }

  committed(groupId: string): Promise<readonly Position[]> {
    return this.#asking('asking for committed offsets', async () => {
      const coordinator = await this.#broker(await this.#coordinatorOf(groupId));
      const { responses } = await coordinator.offsetFetch({ groupId, topics: [] });
      return responses.flatMap(({ topic, partitions }) =>
        partitions.map(({ partition, offset }) => ({ topic, partition, offset })),
      );
    });
  }

  offsets(topics: readonly string[], at: 'begin' | 'end' | number): Promise<readonly Offset[]> {
    return this.#asking('asking for offsets', async () => {
      if (topics.some((topic) => !this.#leaders.has(topic))) await this.#findLeaders();
      const wanted = topics.flatMap((topic) =>
        Array.from(this.#leaders.get(topic) ?? [], ([partition, node]) => ({ topic, partition, node })),
      );
      const timestamp = typeof at === 'number' ? at : AT[at];
      const answers = await Promise.all(
        Array.from(
          Map.groupBy(wanted, ({ node }) => node),
          async ([node, some]) =>
            (await this.#broker(node)).listOffsets({
              isolationLevel: 0,
              topics: byTopic(some, ({ partition }) => ({ partition, timestamp })),
            }),
        ),
      );
      return answers.flatMap(({ responses }) =>
        responses.flatMap(({ topic, partitions }) =>
          partitions.map(({ partition, offset }) => ({ topic, partition, offset: BigInt(offset) })),
        ),
      );
    });
  }

  fetch(wanted: readonly Offset[], { waitMs, maxBytes }: { waitMs: number; maxBytes: number }): Promise<Fetched[]> {
    return this.#asking('reading', async () => {
      if (wanted.some(({ topic }) => !this.#leaders.has(topic))) await this.#findLeaders();
      const byNode = Map.groupBy(wanted, ({ topic, partition }) => this.#leaders.get(topic)?.get(partition) ?? '');
      const answers = await Promise.all(
        Array.from(byNode, async ([node, some]) =>
          (await this.#broker(node)).fetch({
            ...{ maxWaitTime: waitMs, minBytes: 1, maxBytes: 4 * maxBytes, isolationLevel: 0 },
            topics: byTopic(some, ({ partition, offset }) => ({ partition, fetchOffset: String(offset), maxBytes })),
          }),
        ),
      );
      return answers.flatMap(({ responses }) =>
        responses.flatMap(({ topicName, partitions }) =>
          partitions.map(({ partition, highWatermark, messages }): Fetched => {
            const from = wanted.find((one) => one.topic === topicName && one.partition === partition)?.offset ?? 0n;
            const last = messages.at(-1);
            return {
              ...{ topic: topicName, partition, end: BigInt(highWatermark) },
              next: last ? BigInt(last.offset) + 1n : from,
              // A batch may begin before what was asked for.
              records: messages
                .filter(({ offset, isControlRecord }) => !isControlRecord && BigInt(offset) >= from)
                .map((message) => new KafkaRecord(topicName, partition, message)),
            };
          }),
        ),
      );
    });
  }

  async close(): Promise<void> {
    await this.#connected?.catch(() => undefined);
    await this.#cluster.disconnect();
  }

  async #asking<T>(doing: string, ask: () => Promise<T>): Promise<T> {
    try {
      this.#connected ??= this.#cluster.connect().then(() => this.#cluster.refreshMetadata());
      await this.#connected;
      return await ask();
    } catch (error) {
      // Leaders and coordinators move: the next question finds them again.
      this.#connected = undefined;
      this.#leaders = new Map();
      this.#coordinators.clear();
      this.#brokers.clear();
      throw toLogError(error, doing);
    }
  }

  async #findLeaders(): Promise<void> {
    const { topicMetadata } = await this.#cluster.metadata({ topics: [] });
    this.#leaders = new Map(
      topicMetadata.map(({ topic, partitionMetadata }) => [
        topic,
        new Map(partitionMetadata.map(({ partitionId, leader }) => [partitionId, String(leader)])),
      ]),
    );
  }

  async #coordinatorOf(groupId: string): Promise<string> {
    const known = this.#coordinators.get(groupId);
    if (known !== undefined) return known;
    const { coordinator } = await this.#cluster.findGroupCoordinatorMetadata({ groupId, coordinatorType: 0 });
    this.#coordinators.set(groupId, String(coordinator.nodeId));
    return String(coordinator.nodeId);
  }

  #broker(nodeId: string): Promise<InnerBroker> {
    const found = this.#brokers.get(nodeId) ?? this.#connect(nodeId);
    this.#brokers.set(nodeId, found);
    return found;
  }

  /** One after the other: for two who ask at once kafkajs opens two connections, and forgets one. */
  #connect(nodeId: string): Promise<InnerBroker> {
    const connected = this.#connecting.then(async () => {
      const broker = await this.#cluster.findBroker({ nodeId });
      for (const connection of CONNECTIONS) await broker.connectionPool.getConnection(connection);
      return broker;
    });
    this.#connecting = connected.catch(() => undefined);
    return connected;
  }
}

/** Of a member that is joining there is nothing yet. */
const topicsIn = (memberMetadata: Buffer): readonly string[] =>
  memberMetadata.length === 0 ? [] : (MemberMetadata.decode(memberMetadata)?.topics ?? []);

const byTopic = <T extends { readonly topic: string }, P>(
  all: readonly T[],
  of: (one: T) => P,
): { topic: string; partitions: P[] }[] =>
  Array.from(
    Map.groupBy(all, ({ topic }) => topic),
    ([topic, some]) => ({ topic, partitions: some.map(of) }),
  );

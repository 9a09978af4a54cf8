import type { Kafka } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterOf, opened, typeOf, type Broker, type Cluster, type Message } from './internals.js';
import {
  TaskLogError,
  type Fetched,
  type Fetching,
  type NewStored,
  type Owner,
  type Stored,
  type TaskLog,
  type Wanted,
} from './port.js';

const REQUEST_MS = 10_000;
/** kafkajs has two connections to a broker. */
const [ALL_ELSE, FETCHES] = [0, 1];
/** The coordinator may still be loading, or end an earlier owner's transaction. */
const TRIES_TO_OWN = 20;
const MOVED = /COORDINATOR|GroupCoordinatorNotFound|CONCURRENT|LOAD|NOT_LEADER|UNKNOWN_TOPIC/;

/** The log in Apache Kafka, by the inner calls of kafkajs 2.2.4. */
export class KafkaTaskLog implements TaskLog {
  readonly #cluster: Cluster;
  readonly #topics = new Set<string>();
  readonly #asking = new Set<Promise<unknown>>();
  #connected: Promise<void> | undefined;
  #ended: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(kafka: Kafka) {
    this.#cluster = clusterOf(kafka);
  }

  own(transactionalId: string): Promise<Owner> {
    return this.#asked(() => this.#own(transactionalId));
  }

  append(topic: string, partition: number, records: readonly NewStored[], owner?: Owner): Promise<number> {
    return this.#asked(() => this.#append(topic, partition, records, owner));
  }

  fetch(wanted: readonly Wanted[], how: Fetching): Promise<readonly Fetched[]> {
    return this.#asked(() => this.#fetch(wanted, how));
  }

  range(topic: string, partition: number): Promise<{ begin: number; end: number }> {
    return this.#asked(() => this.#range(topic, partition));
  }

  /** Waits for what is under way: kafkajs opens connections again for whoever still asks. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#asking);
    await this.#cluster.disconnect();
  }

  async #asked<T>(question: () => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new TaskLogError('unavailable', 'closed');
    const answer = question();
    this.#asking.add(answer);
    try {
      return await answer;
    } finally {
      this.#asking.delete(answer);
    }
  }

  async #own(transactionalId: string): Promise<Owner> {
    await this.#connect();
    for (let tries = 1; ; tries += 1)
      try {
        const coordinator = await this.#cluster.findGroupCoordinator({ groupId: transactionalId, coordinatorType: 1 });
        const found = await coordinator.initProducerId({ transactionalId, transactionTimeout: REQUEST_MS });
        return { producerId: String(found.producerId), epoch: found.producerEpoch, sequence: 0 };
      } catch (error) {
        if (tries === TRIES_TO_OWN || !MOVED.test(typeOf(error)))
          throw toTaskLogError(error, `owning ${transactionalId}`);
        await sleep(50);
      }
  }

  async #append(topic: string, partition: number, records: readonly NewStored[], owner?: Owner): Promise<number> {
    const about = owner && { producerId: owner.producerId, producerEpoch: owner.epoch };
    const messages = records.map(({ key, value, headers }) => ({ key, value, ...(headers && { headers }) }));
    const sequence = owner && { firstSequence: owner.sequence };
    try {
      const leader = await this.#leader(topic, partition);
      const answer = await leader.produce({
        acks: -1,
        timeout: REQUEST_MS,
        ...about,
        topicData: [{ topic, partitions: [{ partition, messages, ...sequence }] }],
      });
      if (owner) owner.sequence += records.length;
      return Number(answer.topics[0]?.partitions[0]?.baseOffset);
    } catch (error) {
      throw await this.#told(error, `appending to ${topic}/${partition}`);
    }
  }

  async #fetch(wanted: readonly Wanted[], { waitMs, maxBytes }: Fetching): Promise<readonly Fetched[]> {
    try {
      const byLeader = new Map<string, Wanted[]>();
      for (const one of wanted) {
        const leader = await this.#leaderId(one.topic, one.partition);
        byLeader.set(leader, [...(byLeader.get(leader) ?? []), one]);
      }
      const answers = await Promise.all(
        [...byLeader].map(([nodeId, own]) => this.#fetchFrom(nodeId, own, { waitMs, maxBytes })),
      );
      return answers.flat();
    } catch (error) {
      throw await this.#told(error, 'fetching');
    }
  }

  async #range(topic: string, partition: number): Promise<{ begin: number; end: number }> {
    try {
      const leader = await this.#leader(topic, partition);
      const ask = async (timestamp: number) => {
        const topics = [{ topic, partitions: [{ partition, timestamp }] }];
        const { responses } = await leader.listOffsets({ isolationLevel: 0, topics });
        return Number(responses[0]?.partitions[0]?.offset);
      };
      const [begin, end] = await Promise.all([ask(-2), ask(-1)]);
      return { begin, end };
    } catch (error) {
      throw await this.#told(error, `asking for the ends of ${topic}/${partition}`);
    }
  }

  async #fetchFrom(nodeId: string, wanted: readonly Wanted[], { waitMs, maxBytes }: Fetching): Promise<Fetched[]> {
    const broker = await this.#broker(nodeId, FETCHES);
    const topics = [...Map.groupBy(wanted, ({ topic }) => topic)].map(([topic, own]) => ({
      topic,
      partitions: own.map(({ partition, offset }) => ({ partition, fetchOffset: String(offset), maxBytes })),
    }));
    const request = { maxWaitTime: waitMs, minBytes: 1, maxBytes: 4 * maxBytes, isolationLevel: 0 as const, topics };
    const { responses } = await broker.fetch(request);
    return responses.flatMap(({ topicName, partitions }) =>
      partitions.map(({ partition, highWatermark, messages }): Fetched => {
        const { offset } = wanted.find((one) => one.topic === topicName && one.partition === partition)!;
        // A batch that is compressed, or compacted, may begin before what was asked for.
        const records = messages.filter((message) => !message.isControlRecord && Number(message.offset) >= offset);
        return { topic: topicName, partition, offset, records: records.map(stored), end: Number(highWatermark) };
      }),
    );
  }

  async #leader(topic: string, partition: number): Promise<Broker> {
    const nodeId = await this.#leaderId(topic, partition);
    return this.#broker(nodeId, ALL_ELSE);
  }

  /** Connections are opened one after the other: for two who ask at once kafkajs opens two, and forgets one. */
  async #broker(nodeId: string, connection: number): Promise<Broker> {
    const broker = await this.#cluster.findBroker({ nodeId });
    const { pool } = broker.connectionPool;
    if (!pool[connection]?.isConnected())
      await this.#serially(async () => void (await broker.connectionPool.getConnection(connection)));
    return broker;
  }

  async #leaderId(topic: string, partition: number): Promise<string> {
    await this.#connect();
    if (!this.#topics.has(topic)) {
      await this.#serially(() => this.#cluster.addMultipleTargetTopics([topic]));
      this.#topics.add(topic);
    }
    const nodeId = Object.keys(this.#cluster.findLeaderForPartitions(topic, [partition]))[0];
    if (nodeId !== undefined) return nodeId;
    await this.#serially(() => this.#cluster.refreshMetadata());
    throw new TaskLogError('unavailable', `${topic}/${partition} has no leader`);
  }

  #connect(): Promise<void> {
    this.#connected ??= opened(this.#cluster).catch((error: unknown) => {
      this.#connected = undefined;
      throw toTaskLogError(error, 'connecting');
    });
    return this.#connected;
  }

  /** What changes connections and metadata, one after the other. */
  #serially(work: () => Promise<void>): Promise<void> {
    const done = this.#ended.then(work);
    this.#ended = done.catch(() => undefined);
    return done;
  }

  /** Leaders move: the next call asks where they are. */
  async #told(error: unknown, doing: string): Promise<TaskLogError> {
    await this.#serially(() => this.#cluster.refreshMetadata()).catch(() => undefined);
    return toTaskLogError(error, doing);
  }
}

/** Its headers are read when somebody asks. */
function stored({ offset, key, value, timestamp, headers }: Message): Stored {
  return {
    offset: Number(offset),
    key,
    value,
    appendedAt: Number(timestamp),
    get headers() {
      return headers.texts();
    },
    get headerBytes() {
      return headers.pairs();
    },
  };
}

const CODES: readonly (readonly [RegExp, TaskLogError['code']])[] = [
  [/PRODUCER_EPOCH|PRODUCER_FENCED|SEQUENCE_NUMBER|UNKNOWN_PRODUCER_ID/, 'fenced'],
  [/TOO_LARGE/, 'too_large'],
  [/OFFSET_OUT_OF_RANGE/, 'out_of_range'],
];

function toTaskLogError(error: unknown, doing: string): TaskLogError {
  if (error instanceof TaskLogError) return error;
  const type = typeOf(error);
  const code = CODES.find(([types]) => types.test(type))?.[1] ?? 'unavailable';
  return new TaskLogError(code, `${doing}: ${error instanceof Error ? error.message : String(error)}`, {
    cause: error,
  });
}

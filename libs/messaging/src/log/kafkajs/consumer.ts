import { type Assigner, type Consumer, type EachBatchPayload, type Kafka } from 'kafkajs';
import type { ConsumerOptions, LogBatch, LogConsumer, LogRecord, Position } from '../port.js';
import { copartition } from './assigner.js';
import { toLogError } from './errors.js';
import { fromKafkajsHeaders, type AskedBeforeJoining, type DecodedHeaders } from './mending.js';

/**
 * A killed member silences its partitions for sessionTimeout. maxWaitTimeInMs bounds how long a stop waits for the fetch
 * under way; with minBytes 1 the broker answers as soon as there is a record, so it costs no latency.
 */
const TIMES = {
  sessionTimeout: 6_000,
  rebalanceTimeout: 10_000,
  heartbeatInterval: 1_000,
  maxWaitTimeInMs: 250,
  minBytes: 1,
};

/**
 * kafkajs counts the errors of a consumer's whole life, and its waits never shrink again: so they are as good as
 * unlimited and short. Its own restart is off, because it can end in silence; `crashed` tells.
 */
const RETRY = {
  retries: Number.MAX_SAFE_INTEGER,
  initialRetryTime: 100,
  maxRetryTime: 1_000,
  restartOnFailure: async () => false,
};

type Message = Pick<EachBatchPayload['batch']['messages'][number], 'offset' | 'key' | 'value' | 'timestamp'> & {
  readonly headers?: unknown;
};

/** Its headers are read when somebody asks. */
export class KafkaRecord implements LogRecord {
  readonly offset: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly appendedAt: number;
  readonly #headers: DecodedHeaders;
  #texts: LogRecord['headerTexts'] | undefined;

  constructor(
    readonly topic: string,
    readonly partition: number,
    { offset, key, value, timestamp, headers }: Message,
  ) {
    this.offset = offset;
    this.key = key;
    this.value = value;
    this.appendedAt = Number(timestamp);
    this.#headers = fromKafkajsHeaders(headers);
  }

  get headers(): LogRecord['headers'] {
    return this.#headers.pairs();
  }

  get ceType(): string | undefined {
    return this.#headers.text('ce_type');
  }

  get headerTexts(): LogRecord['headerTexts'] {
    return (this.#texts ??= this.#headers.texts());
  }
}

const toBatch = ({ batch, resolveOffset, heartbeat, commitOffsetsIfNecessary }: EachBatchPayload): LogBatch => {
  const { topic, partition } = batch;
  return {
    topic,
    partition,
    records: batch.messages.map((message) => new KafkaRecord(topic, partition, message)),
    lastOffset: batch.lastOffset(),
    endOffset: batch.highWatermark,
    resolve: resolveOffset,
    heartbeat: () => heartbeat().catch((error: unknown) => Promise.reject(toLogError(error, 'heartbeat'))),
    // Given offsets, this commits them always, and unlike consumer.commitOffsets it does so while the consumer stops.
    commit: (positions) =>
      commitOffsetsIfNecessary({ topics: byTopic(positions) }).catch((error: unknown) =>
        Promise.reject(toLogError(error, 'committing offsets')),
      ),
  };
};

const byTopic = (positions: readonly Position[]): { topic: string; partitions: Position[] }[] =>
  Array.from(
    Map.groupBy(positions, ({ topic }) => topic),
    ([topic, partitions]) => ({ topic, partitions }),
  );

const listen = (consumer: Consumer, events: ConsumerOptions['events']): void => {
  // A process that was stopped finds answers of the time before; and a fetch is answered whether or not it is a member.
  const askedAt = { SyncGroup: 0, Heartbeat: 0 };
  consumer.on(consumer.events.REQUEST, ({ payload: { apiName, sentAt } }) => {
    if (apiName === 'SyncGroup' || apiName === 'Heartbeat') askedAt[apiName] = sentAt;
  });
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    const partitions = Object.entries(payload.memberAssignment).map(([topic, numbers]) => ({
      topic,
      partitions: numbers as unknown as readonly number[],
    }));
    events.confirmed?.(askedAt.SyncGroup);
    events.joined(partitions);
  });
  consumer.on(consumer.events.REBALANCING, () => events.rebalancing());
  consumer.on(consumer.events.FETCH, () => events.alive());
  consumer.on(consumer.events.HEARTBEAT, () => {
    events.alive();
    events.confirmed?.(askedAt.Heartbeat);
  });
  consumer.on(consumer.events.CRASH, ({ payload }) => events.crashed(toLogError(payload.error, 'hearing')));
};

/** One kafkajs consumer; not to be started again once it has stopped or crashed. */
export const createConsumer = (kafka: Kafka, options: ConsumerOptions): LogConsumer => {
  const joining = async (): Promise<void> => options.events.joining?.();
  const consumer = kafka.consumer({
    ...TIMES,
    groupId: options.groupId,
    allowAutoTopicCreation: false,
    partitionAssigners: [(config): Assigner & AskedBeforeJoining => ({ ...copartition(config), joining })],
    retry: RETRY,
  });
  listen(consumer, options.events);
  return {
    connect: async () => {
      try {
        await consumer.connect();
      } catch (error) {
        throw toLogError(error, 'connecting a consumer');
      }
    },
    subscribe: async () => {
      try {
        await consumer.subscribe({ topics: [...options.topics], fromBeginning: true });
        await consumer.run({
          autoCommit: false,
          eachBatchAutoResolve: false,
          partitionsConsumedConcurrently: options.partitionsAtOnce,
          eachBatch: (payload) => options.eachBatch(toBatch(payload)),
        });
      } catch (error) {
        throw toLogError(error, `joining the group ${options.groupId}`);
      }
    },
    pause: (topics) => consumer.pause(topics.map((topic) => ({ topic }))),
    resume: (topics) => consumer.resume(topics.map((topic) => ({ topic }))),
    seek: (position) => consumer.seek(position),
    stop: () => consumer.disconnect(),
  };
};

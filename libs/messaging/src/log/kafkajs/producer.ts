import kafkajs, { type Kafka, type Message } from 'kafkajs';
import { partitionOf } from '../murmur2.js';
import type { LogProducer, NewRecord } from '../port.js';
import { toLogError } from './errors.js';
import { toKafkajsHeaders } from './mending.js';

const ALL_IN_SYNC_REPLICAS = -1;

const toMessage = ({ key, value, headers, partition }: NewRecord): Message => ({
  key,
  value,
  headers: toKafkajsHeaders(headers),
  ...(partition === undefined ? {} : { partition }),
});

const byTopic = (records: readonly NewRecord[]): { topic: string; messages: Message[] }[] => {
  const topics = new Map<string, Message[]>();
  for (const record of records) {
    const messages = topics.get(record.topic);
    if (messages) messages.push(toMessage(record));
    else topics.set(record.topic, [toMessage(record)]);
  }
  return Array.from(topics, ([topic, messages]) => ({ topic, messages }));
};

const createPartitioner = (): ReturnType<typeof kafkajs.Partitioners.DefaultPartitioner> => {
  const keyless = kafkajs.Partitioners.DefaultPartitioner();
  return (given) =>
    given.message.partition === undefined && Buffer.isBuffer(given.message.key)
      ? partitionOf(given.message.key, given.partitionMetadata.length)
      : keyless(given);
};

/**
 * A connected producer: acks=all, not idempotent (an idempotent one loses records after a rejected send), one request at
 * a time, and no retries of its own, so that its user sees each rejection and decides.
 */
export const connectProducer = async (kafka: Kafka, ackTimeoutMs: number): Promise<LogProducer> => {
  const producer = kafka.producer({
    idempotent: false,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner,
    retry: { retries: 0 },
  });
  try {
    await producer.connect();
  } catch (error) {
    await producer.disconnect().catch(() => undefined);
    throw toLogError(error, 'connecting a producer');
  }
  return {
    send: async (records) => {
      if (records.length === 0) return;
      try {
        await producer.sendBatch({
          acks: ALL_IN_SYNC_REPLICAS,
          timeout: ackTimeoutMs,
          topicMessages: byTopic(records),
        });
      } catch (error) {
        throw toLogError(error, `sending ${records.length} records`);
      }
    },
    close: () => producer.disconnect(),
  };
};

import { setTimeout as sleep } from 'node:timers/promises';
import { type Admin, type Kafka } from 'kafkajs';
import type { LogAdmin } from '../port.js';
import { toLogError } from './errors.js';

const LEADERS_MS = 30_000;

/**
 * A new topic is known to the brokers some moments after it was created, and its leader takes records some moments after
 * the others know who that is: only the leader can answer for offsets.
 */
const untilLed = async (admin: Admin, topics: readonly string[]): Promise<void> => {
  const end = Date.now() + LEADERS_MS;
  for (const topic of topics)
    for (;;) {
      try {
        await admin.fetchTopicOffsets(topic);
        break;
      } catch (error) {
        if (Date.now() > end) throw error;
        await sleep(20);
      }
    }
};

const adminOf = (admin: Admin): LogAdmin => ({
  topics: async () => {
    const { topics } = await admin.fetchTopicMetadata();
    return new Map(topics.map(({ name, partitions }) => [name, partitions.length]));
  },
  createTopics: async (topics) => {
    if (topics.length === 0) return;
    await admin.createTopics({
      // It gives up when the broker that it asks has not heard of the topic yet.
      waitForLeaders: false,
      topics: topics.map(({ name, partitions, replication, config }) => ({
        topic: name,
        numPartitions: partitions,
        replicationFactor: replication,
        configEntries: Object.entries(config).map(([key, value]) => ({ name: key, value })),
      })),
    });
    await untilLed(
      admin,
      topics.map(({ name }) => name),
    );
  },
  deleteTopics: async (names) => {
    if (names.length > 0) await admin.deleteTopics({ topics: [...names] });
  },
  endOffsets: async (topic) => {
    const offsets = await admin.fetchTopicOffsets(topic);
    return new Map(offsets.map(({ partition, high }) => [partition, high]));
  },
  ranges: async (topic) => {
    const offsets = await admin.fetchTopicOffsets(topic);
    return new Map(offsets.map(({ partition, low, high }) => [partition, { begin: low, end: high }]));
  },
  offsetsSince: async (topic, time) => {
    const offsets = await admin.fetchTopicOffsetsByTimestamp(topic, time);
    return new Map(offsets.map(({ partition, offset }) => [partition, offset]));
  },
  committed: async (groupId, topics) => {
    const answers = await admin.fetchOffsets({ groupId, topics: [...topics] });
    return answers.flatMap(({ topic, partitions }) =>
      partitions.map(({ partition, offset }) => ({ topic, partition, offset })),
    );
  },
  members: async (groupId) => {
    const { groups } = await admin.describeGroups([groupId]);
    return groups[0]?.members.length ?? 0;
  },
  deleteGroups: async (groupIds) => {
    if (groupIds.length > 0) await admin.deleteGroups([...groupIds]);
  },
  close: () => admin.disconnect(),
});

/** A connected admin client whose every method rejects with a LogError. */
export const connectAdmin = async (kafka: Kafka): Promise<LogAdmin> => {
  const admin = kafka.admin({ retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 1000 } });
  try {
    await admin.connect();
  } catch (error) {
    await admin.disconnect().catch(() => undefined);
    throw toLogError(error, 'connecting to administer the log');
  }
  const plain = adminOf(admin);
  const guarded =
    <A extends unknown[], R>(name: string, method: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      try {
        return await method(...args);
      } catch (error) {
        throw toLogError(error, name);
      }
    };
  return {
    topics: guarded('listing topics', plain.topics),
    createTopics: guarded('creating topics', plain.createTopics),
    deleteTopics: guarded('deleting topics', plain.deleteTopics),
    endOffsets: guarded('asking for end offsets', plain.endOffsets),
    ranges: guarded('asking for ranges', plain.ranges),
    offsetsSince: guarded('asking for offsets by time', plain.offsetsSince),
    committed: guarded('asking for committed offsets', plain.committed),
    members: guarded('asking for group members', plain.members),
    deleteGroups: guarded('deleting groups', plain.deleteGroups),
    close: plain.close,
  };
};

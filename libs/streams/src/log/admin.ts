import type { Kafka } from 'kafkajs';

export interface TopicFound {
  readonly partitions: number;
  readonly config: Readonly<Record<string, string>>;
}

export interface TopicToMake {
  readonly name: string;
  readonly partitions: number;
  readonly replication: number;
  readonly config: Readonly<Record<string, string>>;
}

const TOPIC = 2; // what configurations are asked for

/** Of these topics those that exist; by their physical names. */
export async function findTopics(kafka: Kafka, names: readonly string[]): Promise<ReadonlyMap<string, TopicFound>> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const known = new Set(await admin.listTopics());
    const topics = names.filter((name) => known.has(name));
    if (topics.length === 0) return new Map();
    const { topics: found } = await admin.fetchTopicMetadata({ topics });
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: topics.map((name) => ({ type: TOPIC, name })),
    });
    const configs = new Map(
      resources.map(({ resourceName, configEntries }) => [
        resourceName,
        Object.fromEntries(configEntries.map(({ configName, configValue }) => [configName, configValue])),
      ]),
    );
    return new Map(
      found.map(({ name, partitions }) => [name, { partitions: partitions.length, config: configs.get(name) ?? {} }]),
    );
  } finally {
    await admin.disconnect();
  }
}

/** One that exists already is left as it is. */
export async function makeTopics(kafka: Kafka, topics: readonly TopicToMake[]): Promise<void> {
  if (topics.length === 0) return;
  const admin = kafka.admin();
  await admin.connect();
  try {
    await admin.createTopics({
      waitForLeaders: true,
      topics: topics.map(({ name, partitions, replication, config }) => ({
        topic: name,
        numPartitions: partitions,
        replicationFactor: replication,
        configEntries: Object.entries(config).map(([key, value]) => ({ name: key, value })),
      })),
    });
  } finally {
    await admin.disconnect();
  }
}

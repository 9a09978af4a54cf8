import type { Admin, Kafka } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import { typeOf } from './internals.js';

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
export function findTopics(kafka: Kafka, names: readonly string[]): Promise<ReadonlyMap<string, TopicFound>> {
  return asked(kafka, async (admin) => {
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
  });
}

/** Resolves when they can be written to. One that exists already is left as it is. */
export async function makeTopics(kafka: Kafka, topics: readonly TopicToMake[]): Promise<void> {
  if (topics.length === 0) return;
  await asked(kafka, async (admin) => {
    await admin.createTopics({
      waitForLeaders: false,
      topics: topics.map(({ name, partitions, replication, config }) => ({
        topic: name,
        numPartitions: partitions,
        replicationFactor: replication,
        configEntries: Object.entries(config).map(([key, value]) => ({ name: key, value })),
      })),
    });
  });
  await asked(kafka, async (admin) => {
    const { topics: found } = await admin.fetchTopicMetadata({ topics: topics.map(({ name }) => name) });
    if (found.some(({ partitions }) => partitions.some(({ leader }) => leader < 0))) throw new NoLeader();
    // A leader that is named may not know it yet: it is one when it answers.
    for (const { name } of topics) await admin.fetchTopicOffsets(name);
  });
}

/** Also the groups of those names. What is not there is no error. */
export function deleteTopics(kafka: Kafka, topics: readonly string[], groups: readonly string[]): Promise<void> {
  return asked(kafka, async (admin) => {
    const known = new Set(await admin.listTopics());
    const there = topics.filter((name) => known.has(name));
    if (there.length > 0) await admin.deleteTopics({ topics: there });
    const { groups: all } = await admin.listGroups();
    const left = groups.filter((name) => all.some(({ groupId }) => groupId === name));
    if (left.length > 0) await admin.deleteGroups(left);
  });
}

/** How many processes are in a group. */
export function membersOf(kafka: Kafka, group: string): Promise<number> {
  return asked(kafka, async (admin) => {
    // Whoever describes a group must know a broker, which this one finds.
    const { groups: all } = await admin.listGroups();
    if (!all.some(({ groupId }) => groupId === group)) return 0;
    const { groups } = await admin.describeGroups([group]);
    return groups[0]?.members.length ?? 0;
  });
}

class NoLeader extends Error {
  readonly type = 'LEADER_NOT_AVAILABLE';
}

/** A topic that has just been made is not known everywhere at once. */
const NOT_YET = /UNKNOWN_TOPIC|LEADER_NOT_AVAILABLE|NOT_LEADER|NOT_CONTROLLER/;
const TRIES = 50;

async function asked<T>(kafka: Kafka, question: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    for (let tries = 1; ; tries += 1)
      try {
        return await question(admin);
      } catch (error) {
        if (tries === TRIES || !NOT_YET.test(typeOf(error))) throw error;
        await sleep(100);
      }
  } finally {
    await admin.disconnect();
  }
}

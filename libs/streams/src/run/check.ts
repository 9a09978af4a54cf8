import { partitionOf } from '@ride/messaging';
import { physicalTopic } from '@ride/events';
import type { Kafka } from '../log/connect.js';
import { findTopics, type TopicFound } from '../log/admin.js';
import type { TaskLog } from '../log/port.js';
import { changelogRecord } from '../store/local/changelog.js';
import { ANOTHER_NAME } from '../store/local/restore.js';
import type { Topology } from '../topology/node.js';
import { TopologyRefused } from '../topology/refused.js';
import { shapeOf, type Internal, type Shape } from '../topology/shape.js';

export interface CheckOptions {
  readonly topology: Topology;
  readonly fingerprint: string;
  readonly namespace: string;
  readonly kafka: Kafka;
  readonly log: TaskLog;
}

/** So many records of a partition are looked at, from its end. */
const LOOKED_AT = 20;
const FETCHING = { waitMs: 100, maxBytes: 1 << 20 };

/** Whether what stands in Kafka fits the topology. Throws TopologyRefused, which says what to do. Returns its shape with Kafka's counts. */
export async function check(options: CheckOptions): Promise<Shape> {
  const { topology, namespace, kafka } = options;
  const declared = shapeOf(topology);
  const sources = declared.subTopologies.flatMap(({ inputs }) =>
    inputs.flatMap((one) => (one.isRepartition ? [] : [one.topic])),
  );
  const names = [...new Set([...sources, ...declared.internal.map(({ topic }) => topic)])];
  const found = await findTopics(
    kafka,
    names.map((name) => physicalTopic(name, namespace)),
  );
  const of = (topic: string): TopicFound | undefined => found.get(physicalTopic(topic, namespace));
  for (const topic of sources)
    if (!of(topic))
      throw new TopologyRefused(
        'topic_missing',
        `${topology.name} reads ${topic}, which does not exist: start the service that says its facts first.`,
      );
  const shape = shapeOf(topology, (fact) => of(fact.topic.name)!.partitions);
  for (const internal of shape.internal) checkInternal(internal, of(internal.topic));
  for (const sub of shape.subTopologies)
    if (sub.inputs.length > 1)
      for (const { topic, isRepartition } of sub.inputs)
        if (!isRepartition) await checkPartitioner(options, topic, of(topic)!.partitions);
  for (const { topic, is, partitions } of shape.internal)
    if (is === 'changelog' && of(topic)) await checkFingerprint(options, topic, partitions);
  return shape;
}

function checkInternal({ topic, is, partitions }: Internal, found: TopicFound | undefined): void {
  if (!found) return;
  if (found.partitions !== partitions)
    throw new TopologyRefused(
      'changelog_partitions_differ',
      `${topic} has ${found.partitions} partitions, and the topics that are read have ${partitions}: keys would be looked for where they are not. ` +
        `Give the application a new name, so that it begins with topics that fit.`,
    );
  const policy = found.config['cleanup.policy'];
  const wanted = is === 'changelog' ? 'compact' : 'delete';
  if (policy !== undefined && policy !== wanted)
    throw new TopologyRefused(
      'changelog_misconfigured',
      `${topic} has cleanup.policy=${policy}, by which ${is === 'changelog' ? 'state would be lost' : 'it would keep the last record of a key only'}: ` +
        `set cleanup.policy=${wanted} (kafka-configs.sh --alter --topic ${topic} --add-config cleanup.policy=${wanted}).`,
    );
}

/** Topics that are read together must put a key where this process looks for it. */
async function checkPartitioner(
  { log, namespace, topology }: CheckOptions,
  topic: string,
  partitions: number,
): Promise<void> {
  const physical = physicalTopic(topic, namespace);
  for (let partition = 0; partition < partitions; partition += 1) {
    for (const { key } of await lastRecords(log, physical, partition)) {
      if (key === null || partitionOf(key, partitions) === partition) continue;
      throw new TopologyRefused(
        'partitioner_differs',
        `${topology.name}: ${topic} has a key in partition ${partition} that murmur2, the partitioner of Java clients, puts into ${partitionOf(key, partitions)}: in a join it would not meet itself. ` +
          `Let its producers use murmur2, or lead the topic through a repartition topic by .by().`,
      );
    }
  }
}

/** Without fencing whoever runs; an owner reads it again when it opens a task. */
async function checkFingerprint(
  { log, namespace, fingerprint, topology }: CheckOptions,
  topic: string,
  partitions: number,
): Promise<void> {
  for (let partition = 0; partition < partitions; partition += 1)
    for (const { key, value } of await lastRecords(log, physicalTopic(topic, namespace), partition)) {
      const record = changelogRecord(key, value);
      if (record.is !== 'position' || record.stamped.fingerprint === fingerprint) continue;
      throw new TopologyRefused(
        'topology_changed',
        `${topology.name}: ${topic} was written by a topology with the fingerprint ${record.stamped.fingerprint}, and this one has ${fingerprint}: ${ANOTHER_NAME}`,
      );
    }
}

async function lastRecords(log: TaskLog, topic: string, partition: number) {
  const { begin, end } = await log.range(topic, partition);
  const offset = Math.max(begin, end - LOOKED_AT);
  if (offset >= end) return [];
  const [fetched] = await log.fetch([{ topic, partition, offset }], FETCHING);
  return fetched?.records ?? [];
}

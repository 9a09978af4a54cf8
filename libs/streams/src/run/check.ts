import { partitionOf, type UnitOfWork } from '@ride/messaging';
import { physicalTopic } from '@ride/events';
import type { Kafka } from '../log/connect.js';
import { findTopics, type TopicFound } from '../log/admin.js';
import type { TaskLog } from '../log/port.js';
import { fingerprint } from '../topology/describe.js';
import type { Topology } from '../topology/node.js';
import { TopologyRefused } from '../topology/refused.js';
import { shapeOf, type Internal, type Shape } from '../topology/shape.js';
import { checkState } from './check-state.js';
import { lastRecords } from './last-records.js';
import { OLDEST_CHECKPOINT_MS } from './stores.js';

export interface CheckOptions {
  readonly topology: Topology;
  readonly namespace: string;
  readonly kafka: Kafka;
  readonly log: TaskLog;
  /** Where state of the kind `postgres` is. */
  readonly unitOfWork: UnitOfWork | undefined;
}

/** A topology as it is on the topics that stand in Kafka. */
export interface Checked {
  readonly shape: Shape;
  /** With Kafka's partition counts: a key's state is elsewhere when they change. */
  readonly fingerprint: string;
}

/** Whether what stands in Kafka and in the database fits the topology. Throws TopologyRefused, which says what to do. */
export async function check(options: CheckOptions): Promise<Checked> {
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
  for (const next of Object.values(topology.grown?.topics ?? {}))
    if (of(next)!.partitions !== topology.grown?.partitions)
      throw new TopologyRefused(
        'partitions_differ',
        `${topology.name} has grown to ${topology.grown?.partitions} partitions, and ${next} has ${of(next)!.partitions}: delete it, if nobody has written to it, and grow again.`,
      );
  for (const internal of shape.internal) checkInternal(internal, of(internal.topic));
  for (const sub of shape.subTopologies)
    if (sub.store !== undefined && sub.inputs.length > 1)
      for (const { topic, isRepartition } of sub.inputs)
        if (!isRepartition) await checkPartitioner(options, topic, of(topic)!.partitions);
  const checked = { shape, fingerprint: fingerprint(topology, shape) };
  await checkState({ ...options, ...checked, isThere: (topic) => of(topic) !== undefined });
  return checked;
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
  const kept = Number(found.config['delete.retention.ms'] ?? Number.POSITIVE_INFINITY);
  if (is === 'changelog' && kept < 2 * OLDEST_CHECKPOINT_MS)
    throw new TopologyRefused(
      'changelog_misconfigured',
      `${topic} has delete.retention.ms=${kept}: a copy on disk may miss what was deleted meanwhile, and state that is over would come back. ` +
        `Set delete.retention.ms=${2 * OLDEST_CHECKPOINT_MS} or more (kafka-configs.sh --alter --topic ${topic} --add-config delete.retention.ms=${2 * OLDEST_CHECKPOINT_MS}).`,
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

import { physicalTopic } from '@ride/events';
import type { Kafka } from '../log/connect.js';
import { findTopics, makeTopics, type TopicToMake } from '../log/admin.js';
import type { Internal } from '../topology/shape.js';

const DAY = 86_400_000;
/** A commit is one record batch: outputs and states of a few thousand records. */
const MAX_COMMIT_BYTES = 8_388_608;

/** What an internal topic must be like, and what losing it would mean. */
export function configOf({ is }: Internal, replication: number): Readonly<Record<string, string>> {
  const safe = replication >= 3 ? { 'min.insync.replicas': '2' } : {};
  const common = { 'message.timestamp.type': 'LogAppendTime', 'max.message.bytes': String(MAX_COMMIT_BYTES), ...safe };
  if (is === 'repartition') return { ...common, 'cleanup.policy': 'delete', 'retention.ms': String(14 * DAY) };
  return {
    ...common,
    'cleanup.policy': 'compact',
    'unclean.leader.election.enable': 'false',
    // The segment that is written to is never compacted.
    'segment.bytes': String(64 << 20),
  };
}

/** Makes those that do not exist yet; several instances may do so at once. */
export async function makeInternalTopics(
  kafka: Kafka,
  internal: readonly Internal[],
  { namespace, replication }: { namespace: string; replication: number },
): Promise<void> {
  const wanted = internal.map((one): TopicToMake => ({
    name: physicalTopic(one.topic, namespace),
    partitions: one.partitions,
    replication,
    config: configOf(one, replication),
  }));
  const found = await findTopics(
    kafka,
    wanted.map(({ name }) => name),
  );
  await makeTopics(
    kafka,
    wanted.filter(({ name }) => !found.has(name)),
  );
}

import { physicalTopic, retentionMs, type TopicDeclaration } from '@ride/events';
import type { LogAdmin, TopicSpec } from './port.js';

type Declared = Pick<TopicDeclaration, 'name' | 'cleanup' | 'partitions' | 'maxMessageBytes'>;

/** A topic stands in the log with another partition count than declared: its keys would change places. */
export class TopicPartitionsDiffer extends Error {
  override readonly name = 'TopicPartitionsDiffer';
  readonly code = 'topic_partitions_differ';
  constructor(topic: string, declared: number, found: number) {
    super(
      `the topic ${topic} has ${found} partitions, but ${declared} are declared. Adding partitions moves keys to other ` +
        `partitions and loses their order. Declare ${found}; or, to have ${declared}: stop the relays, wait until the ` +
        `lag of all groups is zero, declare the topic as its next version (…v2), start the relays again.`,
    );
  }
}

/** `message.timestamp.type`: a record time far ahead would be refused, with everything else in its send. */
const configOf = ({ cleanup, maxMessageBytes }: Declared, replication: number): Record<string, string> => {
  const retention = retentionMs(cleanup);
  return {
    'message.timestamp.type': 'LogAppendTime',
    ...(retention === null
      ? { 'cleanup.policy': 'compact' }
      : { 'cleanup.policy': 'delete', 'retention.ms': String(retention) }),
    ...(maxMessageBytes === undefined ? {} : { 'max.message.bytes': String(maxMessageBytes) }),
    ...(replication >= 3 ? { 'min.insync.replicas': '2' } : {}),
  };
};

export interface EnsureTopicsOptions {
  readonly namespace: string;
  /** Copies of each partition. With three or more, two must have a record before it is acknowledged. */
  readonly replication: number;
}

/**
 * Creates the declared topics that do not exist yet; several services may do so at once.
 * Throws TopicPartitionsDiffer when one exists with another partition count, a LogError when the log is out of reach.
 */
export const ensureTopics = async (
  admin: LogAdmin,
  declarations: readonly Declared[],
  { namespace, replication }: EnsureTopicsOptions,
): Promise<void> => {
  const specs = declarations.map((declaration): TopicSpec => ({
    name: physicalTopic(declaration.name, namespace),
    partitions: declaration.partitions,
    replication,
    config: configOf(declaration, replication),
  }));
  const before = await admin.topics();
  const missing = specs.filter(({ name }) => !before.has(name));
  await admin.createTopics(missing);
  const after = missing.length === 0 ? before : await admin.topics();
  for (const { name, partitions } of specs) {
    const found = after.get(name);
    if (found !== undefined && found !== partitions) throw new TopicPartitionsDiffer(name, partitions, found);
  }
};

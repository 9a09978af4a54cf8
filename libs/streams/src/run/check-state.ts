import { physicalTopic } from '@ride/events';
import { changelogRecord } from '../store/local/changelog.js';
import { ANOTHER_NAME } from '../store/local/restore.js';
import { writtenBy } from '../store/postgres/written-by.js';
import { TopologyRefused } from '../topology/refused.js';
import type { CheckOptions, Checked } from './check.js';
import { lastRecords } from './last-records.js';

interface StateOptions extends CheckOptions, Checked {
  /** By its logical name. */
  readonly isThere: (topic: string) => boolean;
}

/** Whether state that was kept before means what this topology takes it for. Throws TopologyRefused. */
export async function checkState(options: StateOptions): Promise<void> {
  const { shape, isThere, unitOfWork, topology, fingerprint } = options;
  for (const { topic, is, partitions } of shape.internal)
    if (is === 'changelog' && isThere(topic)) await checkChangelog(options, topic, partitions);
  if (!unitOfWork || !shape.subTopologies.some(({ store }) => store === 'postgres')) return;
  const other = (await writtenBy(unitOfWork, topology.name)).find((written) => written.fingerprint !== fingerprint);
  if (other) throw changed(options, `the table stream_position (${other.id})`, other.fingerprint);
}

/** Without fencing whoever runs; an owner reads it again when it opens a task. */
async function checkChangelog(options: StateOptions, topic: string, partitions: number): Promise<void> {
  const { log, namespace, fingerprint } = options;
  for (let partition = 0; partition < partitions; partition += 1)
    for (const { key, value } of await lastRecords(log, physicalTopic(topic, namespace), partition)) {
      const record = changelogRecord(key, value);
      if (record.is !== 'position' || record.stamped.fingerprint === fingerprint) continue;
      throw changed(options, topic, record.stamped.fingerprint);
    }
}

function changed({ topology, fingerprint }: StateOptions, where: string, before: string): TopologyRefused {
  return new TopologyRefused(
    'topology_changed',
    `${topology.name}: ${where} was written by a topology with the fingerprint ${before}, and this one has ${fingerprint}: ${ANOTHER_NAME}`,
  );
}

import { settings } from '@ride/configuration';
import { physicalTopic } from '@ride/events';
import type { Kafka } from '../log/connect.js';
import { KafkaGroup } from '../log/group.js';
import type { KafkaTaskLog } from '../log/kafka-task-log.js';
import { lastRecords } from '../run/last-records.js';
import { changelogRecord } from '../store/local/changelog.js';
import type { Shape, SubTopology } from '../topology/shape.js';

/** How far an application is, from outside. */
export class Progress {
  readonly #group: KafkaGroup;

  constructor(
    kafka: Kafka,
    private readonly log: KafkaTaskLog,
    private readonly shape: Shape,
    /** Topics that do not count. */
    private readonly except: readonly string[] = [],
  ) {
    this.#group = new KafkaGroup(kafka, this.#physical(shape.name));
  }

  /** Records that it has not committed, sub-topology by sub-topology: what the first has sent, the next must read. */
  async lag(): Promise<number> {
    let lag = 0;
    for (const sub of this.shape.subTopologies) lag += await this.#lagOf(sub);
    return lag;
  }

  /** By aggregate and partition: stream time as it was committed last. */
  async times(): Promise<Record<string, (number | null)[]>> {
    const times: Record<string, (number | null)[]> = {};
    for (const { nodes, changelog, partitions } of this.shape.subTopologies)
      for (const node of nodes)
        if (node.is === 'aggregate' && changelog !== undefined)
          times[node.id] = await Promise.all(
            Array.from({ length: partitions }, (_, partition) => this.#timeOf(node.id, changelog, partition)),
          );
    return times;
  }

  close(): Promise<void> {
    return this.#group.close();
  }

  async #lagOf(sub: SubTopology): Promise<number> {
    const asked = sub.inputs
      .filter(({ topic }) => !this.except.includes(topic))
      .flatMap(({ topic, partitions }) =>
        Array.from({ length: partitions }, (_, partition) => ({ topic: this.#physical(topic), partition })),
      );
    const committed = new Map(
      (await this.#group.committed(asked)).map(({ topic, partition, offset }) => [`${topic}/${partition}`, offset]),
    );
    const lags = asked.map(async ({ topic, partition }) => {
      const { begin, end } = await this.log.range(topic, partition);
      return end - Math.max(begin, committed.get(`${topic}/${partition}`) ?? 0);
    });
    return (await Promise.all(lags)).reduce((sum, one) => sum + one, 0);
  }

  async #timeOf(aggregate: string, changelog: string, partition: number): Promise<number | null> {
    const records = await lastRecords(this.log, this.#physical(changelog), partition);
    const positions = records.flatMap(({ key, value }) => {
      const record = changelogRecord(key, value);
      return record.is === 'position' ? [record.stamped.position] : [];
    });
    return positions.at(-1)?.times[aggregate] ?? null;
  }

  #physical(topic: string): string {
    return physicalTopic(topic, settings().namespace);
  }
}

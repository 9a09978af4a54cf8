import { partitionOf } from '@ride/messaging';
import type { Output, Said, StreamRecord } from '../task/record.js';

type NewRecord = Omit<StreamRecord, 'topic' | 'partition' | 'offset'>;

/** Topics in memory. */
export class ModelledLog {
  readonly said: Said[] = [];
  readonly #records = new Map<string, StreamRecord[]>();

  constructor(private readonly partitionsOf: (topic: string) => number) {}

  append(topic: string, record: NewRecord): void {
    const partition = record.key === null ? 0 : partitionOf(Buffer.from(record.key), this.partitionsOf(topic));
    const records = this.#of(topic, partition);
    records.push({ ...record, topic, partition, offset: records.length });
  }

  at(topic: string, partition: number, offset: number): StreamRecord | undefined {
    return this.#of(topic, partition)[offset];
  }

  end(topic: string, partition: number): number {
    return this.#of(topic, partition).length;
  }

  /** As it comes back from a repartition topic's bytes. */
  take(outputs: readonly Output[]): void {
    for (const output of outputs) {
      if (output.to === 'log') this.said.push(output);
      else {
        const { topic, value, ...rest } = output;
        this.append(topic, { ...rest, value: JSON.parse(JSON.stringify(value)) as unknown });
      }
    }
  }

  #of(topic: string, partition: number): StreamRecord[] {
    const name = `${topic}/${partition}`;
    let records = this.#records.get(name);
    if (!records) this.#records.set(name, (records = []));
    return records;
  }
}

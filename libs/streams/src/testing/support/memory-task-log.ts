import {
  TaskLogError,
  type Fetched,
  type NewStored,
  type Owner,
  type Stored,
  type TaskLog,
  type Wanted,
} from '../../log/port.js';

interface Partition {
  records: Stored[];
  end: number;
  /** As a broker knows owners: the highest epoch of each id, and its next sequence number. */
  readonly owners: Map<string, { epoch: number; next: number }>;
}

/** As Kafka behaves towards the commit protocol, in memory; the suite of the port runs against both. */
export class MemoryTaskLog implements TaskLog {
  readonly #partitions = new Map<string, Partition>();
  readonly #ids = new Map<string, { producerId: string; epoch: number }>();
  #nextId = 1000;
  /** Every append that was taken: how many records each had. */
  readonly batches: number[] = [];
  /** Called with the records before and after they stand in the log; what it throws is what the caller gets. */
  onAppend: (when: 'before' | 'after', records: readonly NewStored[], topic: string) => void | Promise<void> = () =>
    undefined;

  own(transactionalId: string): Promise<Owner> {
    const known = this.#ids.get(transactionalId);
    const id = known ? { ...known, epoch: known.epoch + 1 } : { producerId: String(this.#nextId++), epoch: 0 };
    this.#ids.set(transactionalId, id);
    return Promise.resolve({ ...id, sequence: 0 });
  }

  /** As Kafka does after 7 days. */
  forgetIds(): void {
    this.#ids.clear();
  }

  async append(topic: string, partition: number, records: readonly NewStored[], owner?: Owner): Promise<number> {
    await this.onAppend('before', records, topic);
    const log = this.#of(topic, partition);
    if (owner) this.#admit(log, owner, records.length);
    const base = log.end;
    for (const { key, value, headers = {} } of records)
      log.records.push({
        ...{ offset: log.end++, key, value, appendedAt: 0, headers: Object.entries(headers) },
        headerBytes: Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)]),
      });
    this.batches.push(records.length);
    await this.onAppend('after', records, topic);
    if (owner) owner.sequence += records.length;
    return base;
  }

  fetch(wanted: readonly Wanted[]): Promise<readonly Fetched[]> {
    return Promise.resolve(
      wanted.map(({ topic, partition, offset }) => {
        const { records, end } = this.#of(topic, partition);
        return {
          topic,
          partition,
          offset,
          end,
          records: records.filter((record) => record.offset >= offset).slice(0, 3),
        };
      }),
    );
  }

  range(topic: string, partition: number): Promise<{ begin: number; end: number }> {
    return Promise.resolve({ begin: 0, end: this.#of(topic, partition).end });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  all(topic: string, partition = 0): readonly Stored[] {
    return this.#of(topic, partition).records;
  }

  /** The last record of each key stays; deletions go, too, when `forgetsDeletions`. */
  compact(topic: string, forgetsDeletions = false, partition = 0): void {
    const log = this.#of(topic, partition);
    const last = new Map(log.records.map(({ key, offset }) => [key?.toString('latin1'), offset]));
    log.records = log.records.filter(
      ({ key, value, offset }) => last.get(key?.toString('latin1')) === offset && !(forgetsDeletions && value === null),
    );
  }

  /** The topic is deleted and made again. */
  drop(topic: string): void {
    for (const name of this.#partitions.keys()) if (name.startsWith(`${topic}/`)) this.#partitions.delete(name);
  }

  #admit({ owners }: Partition, { producerId, epoch, sequence }: Owner, count: number): void {
    const known = owners.get(producerId);
    if (known && epoch < known.epoch) throw new TaskLogError('fenced', 'INVALID_PRODUCER_EPOCH');
    const next = known && epoch === known.epoch ? known.next : 0;
    if (sequence !== next) throw new TaskLogError('fenced', 'OUT_OF_ORDER_SEQUENCE_NUMBER');
    owners.set(producerId, { epoch, next: next + count });
  }

  #of(topic: string, partition: number): Partition {
    const name = `${topic}/${partition}`;
    let log = this.#partitions.get(name);
    if (!log) this.#partitions.set(name, (log = { records: [], end: 0, owners: new Map() }));
    return log;
  }
}

import type { LogBatch, Position } from '../log/port.js';

/** One fetch of a partition, record by record done or not. */
export class Slice {
  readonly bytes: number;
  readonly #over: Uint8Array;
  #before = 0;

  constructor(readonly batch: LogBatch) {
    this.#over = new Uint8Array(batch.records.length);
    this.bytes = batch.records.reduce((sum, { value }) => sum + (value?.length ?? 0), 0);
  }

  /** The record at that index needs nothing more. */
  over(index: number): void {
    this.#over[index] = 1;
  }

  /** The offset of the first record that still needs something; the one behind the slice when none does. */
  get next(): bigint {
    const { records, lastOffset } = this.batch;
    while (this.#over[this.#before] === 1) this.#before += 1;
    const first = records[this.#before];
    return first ? BigInt(first.offset) : BigInt(lastOffset) + 1n;
  }

  get isOver(): boolean {
    return this.next > BigInt(this.batch.lastOffset);
  }
}

interface Partition {
  readonly slices: Slice[];
  /** Where it stood when it was asked last. */
  stood: bigint;
}

/** Records end in any order; the offset of a partition may be committed up to the first one that has not ended. */
export class Prefix {
  readonly #partitions = new Map<string, Partition>();
  #records = 0;
  #bytes = 0;

  /** Records, and bytes of their values, in slices that are not over. */
  get held(): { readonly records: number; readonly bytes: number } {
    return { records: this.#records, bytes: this.#bytes };
  }

  add(batch: LogBatch): Slice {
    const slice = new Slice(batch);
    const name = `${batch.topic}/${batch.partition}`;
    const partition = this.#partitions.get(name) ?? { slices: [], stood: -1n };
    this.#partitions.set(name, partition);
    partition.slices.push(slice);
    this.#records += batch.records.length;
    this.#bytes += slice.bytes;
    return slice;
  }

  /** The positions that have moved since they were asked for last. */
  moved(): Position[] {
    const positions: Position[] = [];
    for (const partition of this.#partitions.values()) {
      const [first] = partition.slices;
      if (!first) continue;
      const next = this.#pass(partition.slices) ?? partition.slices[0]!.next;
      if (next === partition.stood || next === BigInt(first.batch.records[0]?.offset ?? -1)) continue;
      partition.stood = next;
      const { topic, partition: number } = first.batch;
      positions.push({ topic, partition: number, offset: String(next) });
    }
    return positions;
  }

  /** Drops the slices that are over; when none is left, the offset behind the last of them. */
  #pass(slices: Slice[]): bigint | undefined {
    let next: bigint | undefined;
    for (let slice = slices[0]; slice?.isOver; slice = slices[0]) {
      slices.shift();
      this.#records -= slice.batch.records.length;
      this.#bytes -= slice.bytes;
      next = slice.next;
    }
    return slices.length === 0 ? next : undefined;
  }
}

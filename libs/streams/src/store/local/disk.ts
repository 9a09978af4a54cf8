import { ClassicLevel } from 'classic-level';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { NewStored } from '../../log/port.js';
import type { Known } from './fences.js';

export interface Checkpoint {
  /** Offset of the position that was written last: where the log is read on. */
  readonly from: number;
  readonly birth: string;
  /** When it was written, UTC milliseconds. */
  readonly when: number;
  /** Those before it. */
  readonly fences: readonly Known[];
}

const CHECKPOINT = Buffer.from('c');
const isCheckpoint = (key: Buffer): boolean => key.subarray(key.indexOf(0x2f) + 1).equals(CHECKPOINT);
type Op = { type: 'put'; key: Buffer; value: Buffer } | { type: 'del'; key: Buffer };

/** What all tasks of one process have on disk: a cache of their changelogs. */
export class Disk {
  private constructor(private readonly db: ClassicLevel<Buffer, Buffer>) {}

  /** Rejects when another process has it open. */
  static async open(folder: string): Promise<Disk> {
    await mkdir(dirname(folder), { recursive: true });
    const db = new ClassicLevel<Buffer, Buffer>(folder, { keyEncoding: 'buffer', valueEncoding: 'buffer' });
    await db.open();
    return new Disk(db);
  }

  /** Tasks that have a checkpoint. */
  async tasks(): Promise<readonly string[]> {
    const found: string[] = [];
    for await (const key of this.db.keys())
      if (isCheckpoint(key)) found.push(key.toString('latin1', 0, key.indexOf(0x2f)));
    return found;
  }

  of(task: string): TaskDisk {
    return new TaskDisk(this.db, task);
  }

  close(): Promise<void> {
    return this.db.close();
  }
}

/** One task's part of it: keys and values as in the changelog, and how far they go. */
export class TaskDisk {
  readonly #prefix: Buffer;

  constructor(
    private readonly db: ClassicLevel<Buffer, Buffer>,
    task: string,
  ) {
    this.#prefix = Buffer.from(`${task}/`);
  }

  async checkpoint(): Promise<Checkpoint | undefined> {
    const value = await this.db.get(this.#key(CHECKPOINT));
    return value && (JSON.parse(value.toString()) as Checkpoint);
  }

  async *records(): AsyncIterable<{ readonly key: Buffer; readonly value: Buffer }> {
    const { length } = this.#prefix;
    for await (const [key, value] of this.db.iterator(this.#all()))
      if (!key.subarray(length).equals(CHECKPOINT)) yield { key: key.subarray(length), value };
  }

  /** In one atomic write; without a checkpoint what is on disk stands for what it stood for before, and the log is read again. */
  async write(records: readonly NewStored[], checkpoint?: Checkpoint): Promise<void> {
    const ops = records.map(({ key, value }): Op =>
      value === null ? { type: 'del', key: this.#key(key!) } : { type: 'put', key: this.#key(key!), value },
    );
    if (checkpoint)
      ops.push({ type: 'put', key: this.#key(CHECKPOINT), value: Buffer.from(JSON.stringify(checkpoint)) });
    await this.db.batch(ops);
  }

  clear(): Promise<void> {
    return this.db.clear(this.#all());
  }

  #key(key: Buffer): Buffer {
    return Buffer.concat([this.#prefix, key]);
  }

  #all(): { gte: Buffer; lt: Buffer } {
    return { gte: this.#prefix, lt: Buffer.concat([this.#prefix, Buffer.from([255])]) };
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { NewStored, Owner, Stored, TaskLog } from '../../log/port.js';
import type { Delta } from '../../task/entry.js';
import type { Position } from '../../task/position.js';
import type { Output } from '../../task/record.js';
import { TaskLost } from '../store.js';
import { changelogRecord, type ChangelogRecord, type Fence, type Stamped } from './changelog.js';
import type { Checkpoint, TaskDisk } from './disk.js';
import { Fences } from './fences.js';

export interface RestoreOptions {
  /** Its requests may be long: not the one that appends. */
  readonly reading: TaskLog;
  readonly changelog: string;
  readonly partition: number;
  readonly fingerprint: string;
  readonly disk: TaskDisk | undefined;
  readonly oldestCheckpointMs: number;
  readonly clock?: { readonly now: () => number };
}

/** What was found when everything up to an owner's fence has been read. */
export interface Found {
  readonly position: Position | undefined;
  readonly birth: string | undefined;
  readonly outputs: readonly Output[];
  readonly fences: Fences;
  readonly records: number;
}

const FETCHING = { waitMs: 100, maxBytes: 4 << 20 };
const DISK_BATCH = 2_000;

/** The checkpoint is of another life of the changelog, or of nothing that the log knows. */
class StaleCheckpoint extends Error {}

/** Reads a task's disk and the rest of its changelog, in order. */
export class Restore {
  #fences = new Fences();
  #stamped: Stamped | undefined;
  #positionAt = -1;
  #outputs: readonly Output[] = [];
  #records = 0;
  #at = 0;
  #begin = 0;
  #goal = 0;
  /** The checkpoint that was taken up, until the log has shown that it is of this life. */
  #unproven: Checkpoint | undefined;
  #toDisk: NewStored[] = [];
  #isRead = false;
  #isStopped = false;
  #written: { readonly at: number; readonly fence: Fence } | undefined;

  constructor(private readonly options: RestoreOptions) {}

  get progress(): { readonly done: number; readonly of: number } {
    return { done: this.#at - this.#begin, of: Math.max(0, this.#goal - this.#begin) };
  }

  /** Tells every entry up to the offset `end`, which itself is not read; goes on from where it was. */
  async upTo(end: number, restore: (delta: Delta) => void): Promise<Found> {
    this.#goal = end;
    if (!this.#isRead) {
      const forgotten: Delta[] = [];
      const tell = (delta: Delta): void => {
        forgotten.push(delta);
        restore(delta);
      };
      await this.#fromDisk(end, tell);
      try {
        await this.#fromLog(end, tell);
      } catch (error) {
        if (!(error instanceof StaleCheckpoint)) throw error;
        // What it told is taken back, and the log alone counts.
        for (const { store, key, start, end: to } of forgotten)
          restore({ store, key, start, end: to, value: undefined });
        await this.#forget();
        await this.#fromLog(end, restore);
      }
      this.#isRead = true;
    } else await this.#fromLog(end, restore);
    if (this.#written) this.#fences.heard(this.#written.fence, this.#written.at);
    const { position, birth } = this.#stamped ?? {};
    return { position, birth, outputs: this.#outputs, fences: this.#fences, records: this.#records };
  }

  /** A fence that this process wrote itself. */
  wrote(at: number, { producerId, epoch }: Owner, about: Pick<Fence, 'owner'>): void {
    this.#written = { at, fence: { producerId, epoch, ...about } };
    if (this.#isRead) this.#fences.heard(this.#written.fence, at);
  }

  /** Nobody wants it any more. */
  stop(): void {
    this.#isStopped = true;
  }

  checkpointAt(positionAt: number, birth: string): Checkpoint {
    return { from: positionAt, birth, when: this.#now(), fences: this.#fences.before(positionAt) };
  }

  /** Leaves on disk how far it goes. */
  async checkpoint(disk: TaskDisk | undefined): Promise<void> {
    if (!disk) return;
    const birth = this.#stamped?.birth;
    await disk.write(this.#toDisk, birth === undefined ? undefined : this.checkpointAt(this.#positionAt, birth));
    this.#toDisk = [];
  }

  #now(): number {
    return this.options.clock?.now() ?? Date.now();
  }

  async #fromDisk(end: number, restore: (delta: Delta) => void): Promise<void> {
    const { disk, oldestCheckpointMs } = this.options;
    const checkpoint = await disk?.checkpoint();
    const isFit = checkpoint && checkpoint.from < end && this.#now() - checkpoint.when <= oldestCheckpointMs;
    if (!disk || !isFit) return this.#forget();
    for await (const { key, value } of disk.records()) {
      const record = changelogRecord(key, value);
      if (record.is === 'entry') restore(record.delta);
      else if (record.is === 'outputs') this.#outputs = record.outputs;
      else if (record.is === 'position') this.#stamped = record.stamped;
      this.#records += 1;
    }
    this.#fences = new Fences(checkpoint.fences);
    this.#unproven = checkpoint;
    // The position that it ends with is read again: the log must have it, or a later one of the same birth.
    this.#at = this.#begin = checkpoint.from;
    this.#positionAt = checkpoint.from;
  }

  async #forget(): Promise<void> {
    await this.options.disk?.clear();
    this.#toDisk = [];
    this.#fences = new Fences();
    this.#stamped = undefined;
    this.#outputs = [];
    this.#unproven = undefined;
    this.#at = this.#begin = 0;
    this.#records = 0;
  }

  async #fromLog(end: number, restore: (delta: Delta) => void): Promise<void> {
    const { reading, changelog, partition } = this.options;
    const { begin } = await reading.range(changelog, partition);
    if (this.#at < begin) {
      if (this.#unproven) throw new StaleCheckpoint();
      this.#at = this.#begin = begin;
    }
    while (this.#at < end) {
      if (this.#isStopped) throw new TaskLost('fenced', 'the task is dead');
      const [fetched] = await reading.fetch([{ topic: changelog, partition, offset: this.#at }], FETCHING);
      const records = fetched?.records ?? [];
      for (const record of records)
        if (record.offset >= this.#at && record.offset < end) await this.#replay(record, restore);
      const last = records.at(-1);
      if (last) this.#at = Math.max(this.#at, Math.min(end, last.offset + 1));
      else if ((fetched?.end ?? 0) <= this.#at) await sleep(5);
    }
    if (this.#unproven) throw new StaleCheckpoint();
  }

  async #replay(stored: Stored, restore: (delta: Delta) => void): Promise<void> {
    const record = this.#read(stored);
    this.#records += 1;
    if (record.is === 'entry') restore(record.delta);
    else if (record.is === 'outputs') this.#outputs = record.outputs;
    else if (record.is === 'fence') this.#fences.heard(record.fence, stored.offset);
    else this.#reached(record.stamped, stored.offset);
    const { disk } = this.options;
    if (!disk || record.is === 'fence') return;
    this.#toDisk.push({ key: stored.key, value: stored.value });
    if (this.#toDisk.length >= DISK_BATCH) await disk.write(this.#toDisk.splice(0));
  }

  #read({ key, value, offset }: Stored): ChangelogRecord {
    try {
      return changelogRecord(key, value);
    } catch (error) {
      throw new TaskLost('foreign_write', `${this.#place(offset)} is no record of a changelog; ${REBUILD}`, {
        cause: error,
      });
    }
  }

  #reached(stamped: Stamped, offset: number): void {
    if (this.#unproven && this.#unproven.birth !== stamped.birth) throw new StaleCheckpoint();
    this.#unproven = undefined;
    const { fingerprint } = this.options;
    if (stamped.fingerprint !== fingerprint)
      throw new TaskLost(
        'topology_changed',
        `${this.#place(offset)} was written by a topology with the fingerprint ${stamped.fingerprint}, and this one has ${fingerprint}: ${ANOTHER_NAME}`,
      );
    if (!this.#fences.allows(stamped.fence))
      throw new TaskLost(
        'foreign_write',
        `${this.#place(offset)} was written by ${stamped.fence}, an owner that had been fenced; ${REBUILD}`,
      );
    this.#stamped = stamped;
    this.#positionAt = offset;
  }

  #place(offset: number): string {
    return `${this.options.changelog}/${this.options.partition} at ${offset}`;
  }
}

/** What to do when state would mean something else. */
export const ANOTHER_NAME =
  'its nodes or the partition counts of its topics are others, and its state would mean something else. ' +
  'Give the application a new name; it begins with the facts that are kept.';
const REBUILD =
  'what follows from it can’t be trusted. Delete the changelog topic and let the application begin again under a new name.';

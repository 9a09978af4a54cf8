import { randomUUID } from 'node:crypto';
import { TaskLogError, type NewStored, type Owner, type TaskLog } from '../../log/port.js';
import type { Delta } from '../../task/entry.js';
import type { Position } from '../../task/position.js';
import type { Output } from '../../task/record.js';
import type { Commit } from '../../task/task.js';
import { TaskLost, type Restored, type TaskStore } from '../store.js';
import { commitRecords, fenceRecord } from './changelog.js';
import type { TaskDisk } from './disk.js';
import { Restore } from './restore.js';

export interface LocalStoreOptions {
  /** Appends and fences; its requests wait for nothing. */
  readonly log: TaskLog;
  readonly reading: TaskLog;
  /** Physical name. */
  readonly changelog: string;
  readonly partition: number;
  /** Names this owner to whoever reads the changelog. */
  readonly owner: string;
  /** One owner of a transactional id at a time; the same for all instances. */
  readonly transactionalId: string;
  readonly fingerprint: string;
  /** Undefined: the log alone. */
  readonly disk: TaskDisk | undefined;
  /** A checkpoint that is older than this may lack deletions that the log has forgotten, milliseconds. */
  readonly oldestCheckpointMs: number;
  /** Resolves when all are acknowledged. What can't be sealed is left out. */
  readonly send: (outputs: readonly Output[]) => Promise<void>;
  readonly clock?: Clock;
}

export interface Clock {
  /** Milliseconds that only go forward. */
  readonly monotonic: () => number;
  /** UTC milliseconds. */
  readonly now: () => number;
}
const CLOCK: Clock = { monotonic: () => performance.now(), now: () => Date.now() };

const HOUR = 3_600_000;
/** Kafka forgets a producer id of which it has heard nothing for a day or more, and a transactional id after seven. */
const WRITE_EVERY_MS = 6 * HOUR;
const FENCE_EVERY_MS = 24 * HOUR;

/** State in memory, the truth in a compacted changelog; the disk is a cache of it. */
export class LocalStore implements TaskStore {
  readonly #clock: Clock;
  readonly #restore: Restore;
  #owner: Owner | undefined;
  #fence = -1;
  #birth = '';
  /** The offset that the next record of this owner gets, unless somebody else has written. */
  #end = -1;
  #hadOutputs = false;
  #wroteAt = 0;
  #fencedAt = 0;
  #isDead = false;

  constructor(private readonly options: LocalStoreOptions) {
    this.#clock = options.clock ?? CLOCK;
    this.#restore = new Restore(options);
  }

  get progress(): TaskStore['progress'] {
    return this.#restore.progress;
  }

  open(restore: (delta: Delta) => void): Promise<Restored> {
    return this.#orDead(async () => {
      await this.#own();
      const { log, changelog, partition, disk, send, owner } = this.options;
      const fenceAt = await this.#appendFence();
      let restored = await this.#restore.upTo(fenceAt, restore);
      let end = fenceAt;
      // A new producer id's fence keeps nobody away who still writes by an older one.
      for (const { producerId, epoch } of restored.fences.unsealed(this.#owner!.producerId)) {
        const old: Owner = { producerId, epoch: epoch + 1, sequence: 0 };
        end = await log.append(changelog, partition, [fenceRecord(old, { owner, sealed: true })], old);
      }
      if (end > fenceAt) restored = await this.#restore.upTo(end + 1, restore);
      this.#fence = fenceAt;
      this.#birth = restored.birth ?? randomUUID();
      this.#end = end + 1;
      // The owner before may have died between its append and its outputs.
      this.#hadOutputs = restored.outputs.length > 0;
      if (restored.outputs.length > 0) await send(restored.outputs);
      await this.#restore.checkpoint(disk);
      this.#wroteAt = this.#fencedAt = this.#clock.monotonic();
      return { position: restored.position, records: restored.records };
    });
  }

  commit(commit: Commit): Promise<void> {
    return this.#orDead(async () => {
      const { disk, send, fingerprint } = this.options;
      const { outputs } = commit;
      const stamped = { position: commit.position, fence: this.#fence, birth: this.#birth, fingerprint };
      const records = commitRecords(commit, stamped, this.#hadOutputs);
      const positionAt = await this.#append(records);
      await disk?.write(records, this.#restore.checkpointAt(positionAt, this.#birth));
      this.#hadOutputs = outputs.length > 0;
      // Acknowledged before the next append: what the log says was said last is all that can be missing.
      if (outputs.length > 0) await send(outputs);
    });
  }

  keepAlive(position: Position): Promise<void> {
    return this.#orDead(async () => {
      const now = this.#clock.monotonic();
      if (now - this.#fencedAt >= FENCE_EVERY_MS) {
        const producerId = this.#owner?.producerId;
        await this.#own();
        // Another id's records are not of this owner: whoever opens the task next must find it sealed.
        if (this.#owner?.producerId !== producerId) throw new TaskLost('fenced', 'its producer id was forgotten');
        this.#fence = await this.#appendFence();
        if (this.#fence !== this.#end) throw this.#foreign(this.#fence);
        this.#end = this.#fence + 1;
        this.#fencedAt = now;
      } else if (now - this.#wroteAt < WRITE_EVERY_MS) return;
      await this.commit({ deltas: [], outputs: [], position });
    });
  }

  close(): Promise<void> {
    this.#isDead = true;
    this.#restore.stop();
    return Promise.resolve();
  }

  async #own(): Promise<void> {
    this.#owner = await this.options.log.own(this.options.transactionalId);
  }

  /** The id by itself keeps nobody away: this record does. */
  async #appendFence(): Promise<number> {
    const { log, changelog, partition, owner } = this.options;
    const at = await log.append(changelog, partition, [fenceRecord(this.#owner!, { owner })], this.#owner);
    this.#restore.wrote(at, this.#owner!, { owner });
    return at;
  }

  /** Returns the offset of the last of the records. */
  async #append(records: readonly NewStored[]): Promise<number> {
    const { log, changelog, partition } = this.options;
    const base = await log.append(changelog, partition, records, this.#owner);
    if (base !== this.#end) throw this.#foreign(base);
    this.#end = base + records.length;
    this.#wroteAt = this.#clock.monotonic();
    return this.#end - 1;
  }

  #foreign(found: number): TaskLost {
    const { changelog, partition } = this.options;
    return new TaskLost('fenced', `${changelog}/${partition}: somebody wrote at ${this.#end}, before ${found}`);
  }

  /** Whatever goes wrong, nobody knows what the log has: the next owner reads it. */
  async #orDead<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isDead) throw new TaskLost('fenced', 'the task is dead');
    try {
      return await work();
    } catch (error) {
      this.#isDead = true;
      throw toTaskLost(error);
    }
  }
}

function toTaskLost(error: unknown): TaskLost {
  if (error instanceof TaskLost) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof TaskLogError && error.code !== 'out_of_range' ? error.code : 'unavailable';
  return new TaskLost(code, message, { cause: error });
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MemoryTaskLog } from '../../../testing/support/memory-task-log.js';
import type { Delta } from '../../../task/entry.js';
import { beginning, type Position } from '../../../task/position.js';
import type { Moved, Output } from '../../../task/record.js';
import type { Restored } from '../../store.js';
import { Disk } from '../disk.js';
import { LocalStore, type Clock } from '../local-store.js';

export const CHANGELOG = 'changelog';

/** A clock that is moved by hand. */
export class HandClock implements Clock {
  at = 1_000_000;
  monotonic = (): number => this.at;
  now = (): number => this.at;
}

export interface OwnerOptions {
  readonly log: MemoryTaskLog;
  readonly disk?: Disk;
  readonly clock?: Clock;
  readonly fingerprint?: string;
  readonly send?: (outputs: readonly Output[]) => Promise<void>;
}

/** One owner of one changelog, with what it has restored and sent. */
export class TestOwner {
  readonly store: LocalStore;
  readonly state = new Map<string, unknown>();
  readonly sent: string[] = [];
  restored: Restored | undefined;

  constructor(name: string, { log, disk, clock, fingerprint = 'f', send }: OwnerOptions) {
    this.store = new LocalStore({
      ...{ log, reading: log, changelog: CHANGELOG, partition: 0, owner: name, transactionalId: 'task', fingerprint },
      disk: disk?.of('0_0'),
      oldestCheckpointMs: 1_000,
      ...(clock && { clock }),
      send: send ?? ((outputs) => Promise.resolve(outputs.forEach((output) => this.sent.push((output as Moved).key)))),
    });
  }

  async open(): Promise<this> {
    this.restored = await this.store.open(({ key, value }) =>
      value === undefined ? this.state.delete(key) : this.state.set(key, value),
    );
    return this;
  }

  /** One commit: the position after `at` records, entries by their keys, outputs by theirs. */
  commit(at: number, entries: Readonly<Record<string, unknown>> = {}, outputs: readonly string[] = []): Promise<void> {
    const deltas = Object.entries(entries).map(([key, value]): Delta => ({ store: 's', key, start: 0, end: 1, value }));
    return this.store.commit({ deltas, outputs: outputs.map(output), position: positionAt(at) });
  }

  get position(): number | undefined {
    return this.restored?.position?.inputs['in'];
  }
}

export const positionAt = (at: number): Position => ({ ...beginning(), inputs: { in: at } });
const output = (key: string): Moved => ({
  ...{ to: 'repartition', topic: 'next', key, value: null, time: 0 },
  because: { id: key, correlationId: key },
  source: { task: 't', seq: 1 },
});

/** Disks in a folder of their own, removed afterwards. */
export class Disks {
  readonly #open: Disk[] = [];
  private constructor(readonly folder: string) {}

  static async make(): Promise<Disks> {
    return new Disks(await mkdtemp(join(tmpdir(), 'ride-streams-')));
  }

  async open(name = 'disk'): Promise<Disk> {
    const disk = await Disk.open(join(this.folder, name));
    this.#open.push(disk);
    return disk;
  }

  async remove(): Promise<void> {
    await Promise.all(this.#open.map((disk) => disk.close()));
    await rm(this.folder, { recursive: true });
  }
}

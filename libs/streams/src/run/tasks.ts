import type { Schemas } from '@ride/events';
import type { UnitOfWork } from '@ride/messaging';
import type { Logger } from '@ride/observability';
import type { GroupOffset, KafkaGroup } from '../log/group.js';
import type { Fetched, TaskLog, Wanted } from '../log/port.js';
import { GroupStore } from '../store/group-store.js';
import type { Disk } from '../store/local/disk.js';
import { LocalStore } from '../store/local/local-store.js';
import type { Sealing } from '../store/outputs.js';
import { PostgresStore } from '../store/postgres/postgres-store.js';
import type { TaskStore } from '../store/store.js';
import type { Output } from '../task/record.js';
import { Task } from '../task/task.js';
import type { Shape, SubTopology } from '../topology/shape.js';
import { Reading } from './reading.js';
import { TaskRunner } from './task-runner.js';

export interface TasksOptions {
  readonly app: string;
  readonly shape: Shape;
  readonly fingerprint: string;
  readonly namespace: string;
  readonly physical: (topic: string) => string;
  readonly schemas: Schemas;
  readonly disk: Disk | undefined;
  readonly unitOfWork: UnitOfWork | undefined;
  readonly sealing: Sealing;
  readonly send: (outputs: readonly Output[]) => Promise<void>;
  readonly group: KafkaGroup;
  /** Two groups of connections: what is restored shall not hold up what is committed. */
  readonly appending: TaskLog;
  readonly restoring: TaskLog;
  readonly owner: () => string;
  readonly isCertain: () => boolean;
  readonly onRoom: () => void;
  readonly logger: Logger;
}

/** How a task is. */
export interface TaskHealth {
  readonly id: string;
  readonly state: 'opening' | 'running' | 'dead';
  /** Records of its changelog: read so far, and in all. */
  readonly restored: { readonly done: number; readonly of: number };
  /** By aggregate: stream time, UTC milliseconds, and how many records came too late. */
  readonly streamTime: Readonly<Record<string, number>>;
  readonly late: Readonly<Record<string, number>>;
  /** By topic: the next offset. */
  readonly position: Readonly<Record<string, number>>;
  readonly keyless: number;
  readonly unusable: number;
  readonly lost: { readonly code: string; readonly message: string } | undefined;
}

/** Half of Kafka's default for how long deletions stay in a compacted log. */
const OLDEST_CHECKPOINT_MS = 43_200_000;
const HOPELESS = new Set(['foreign_write', 'topology_changed']);

/** The tasks that this process has. */
export class Tasks {
  readonly all: readonly string[];
  #assigned: readonly string[] = [];
  readonly #runners = new Map<string, TaskRunner>();
  readonly #subs = new Map<string, { sub: SubTopology; partition: number }>();
  readonly #readings: readonly Reading[];

  constructor(private readonly options: TasksOptions) {
    const { shape, schemas } = options;
    const most = Math.max(0, ...shape.subTopologies.map(({ partitions }) => partitions));
    for (let partition = 0; partition < most; partition += 1)
      for (const sub of shape.subTopologies)
        if (partition < sub.partitions) this.#subs.set(`${sub.index}_${partition}`, { sub, partition });
    this.all = [...this.#subs.keys()];
    this.#readings = shape.subTopologies.map((sub) => new Reading(sub, schemas));
  }

  get running(): readonly string[] {
    return [...this.#runners].flatMap(([id, { state }]) => (state === 'dead' ? [] : [id]));
  }

  /** Those that were opened here before. */
  get known(): readonly string[] {
    return [...this.#runners.keys()];
  }

  /** What is gone ends at once: somebody else has it. What is new is opened at once. */
  assign(tasks: readonly string[]): void {
    this.#assigned = tasks;
    for (const [id, runner] of this.#runners) {
      if (tasks.includes(id)) continue;
      runner.kill();
      this.#runners.delete(id);
    }
    for (const id of tasks) if (!this.#runners.has(id)) this.#open(id);
  }

  /** The group has taken this process for a member: what died before may be opened again. */
  confirmed(): void {
    for (const id of this.#assigned) {
      const runner = this.#runners.get(id);
      if (runner?.state === 'dead' && !HOPELESS.has(runner.lost?.code ?? '')) this.#open(id);
    }
  }

  /** Something that they read is not where it was. */
  reopen(): void {
    for (const id of this.#assigned) {
      this.#runners.get(id)?.kill();
      this.#open(id);
    }
  }

  wanted(): readonly Wanted[] {
    return [...this.#runners.values()].flatMap((runner) => runner.wanted());
  }

  async heard(fetched: Fetched): Promise<void> {
    for (const runner of this.#runners.values()) {
      const { partition, sub } = runner.task;
      if (partition !== fetched.partition) continue;
      const input = sub.inputs.find(({ topic }) => this.options.physical(topic) === fetched.topic);
      if (input) await runner.heard(input.topic, fetched);
    }
  }

  tick(): void {
    for (const runner of this.#runners.values()) runner.tick();
  }

  /** For the group: positions of tasks without state, and for all others what shows their lag. */
  offsets(): readonly GroupOffset[] {
    return [...this.#runners.values()].flatMap(({ task, committed }) =>
      Object.entries(committed).map(([topic, offset]) => ({
        topic: this.options.physical(topic),
        partition: task.partition,
        offset,
      })),
    );
  }

  reads(task: string): readonly { topic: string; partition: number }[] {
    const { sub, partition } = this.#subs.get(task)!;
    return sub.inputs.map(({ topic }) => ({ topic: this.options.physical(topic), partition }));
  }

  /** Undefined when the task is not here, or not open yet. */
  read(task: string, store: string, key: string): { readonly value: unknown } | undefined {
    const runner = this.#runners.get(task);
    if (runner?.state !== 'running') return undefined;
    return { value: runner.task.read(store, key) };
  }

  health(): readonly TaskHealth[] {
    return [...this.#runners.values()].map(({ task, state, progress, lost }) => {
      const { times, late, inputs, keyless, unusable } = task.position;
      return {
        ...{ id: task.id, state, restored: progress, streamTime: times, late, position: inputs, keyless, unusable },
        lost: lost && { code: lost.code, message: lost.message },
      };
    });
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#runners.values()].map((runner) => runner.stop()));
  }

  #open(id: string): void {
    const { app, physical, restoring, isCertain, onRoom, logger, namespace } = this.options;
    const { sub, partition } = this.#subs.get(id)!;
    const task = new Task(app, sub, partition);
    const about = { task: `${app} ${id}` };
    const runner = new TaskRunner({
      task,
      store: this.#store(task),
      reading: this.#readings[sub.index]!,
      physical,
      range: (topic, of) => restoring.range(physical(topic), of),
      isOwner: () => isCertain() && this.#runners.get(id) === runner,
      isSayable: (output) => this.#isSayable(output, about.task),
      onUnusable: (_, topic, offset, error) =>
        logger.error(
          { ...about, topic: namespace + topic, partition, offset, err: error },
          'a record could not be used, and is left out',
        ),
      onSkipped: (_, topic, from, to) =>
        logger.error(
          { ...about, topic: namespace + topic, partition, from, to },
          'records are gone before they were read',
        ),
      onRoom,
      onDead: (dead, error) =>
        logger.warn({ ...about, code: dead.lost?.code, err: error }, 'a task ended, and will be opened again'),
    });
    this.#runners.set(id, runner);
    runner.open();
  }

  #isSayable(output: Output, task: string): boolean {
    try {
      this.options.sealing.seal(output);
      return true;
    } catch (error) {
      this.options.logger.error({ task, err: error }, 'a fact could not be said, and is left out');
      return false;
    }
  }

  #store(task: Task): TaskStore {
    const { app, namespace, physical, group, send, fingerprint, owner, appending, restoring, disk } = this.options;
    const { sub, partition } = task;
    if (sub.store === undefined) {
      const asked = sub.inputs.map(({ topic }) => ({ topic: physical(topic), partition }));
      const logical = new Map(sub.inputs.map(({ topic }) => [physical(topic), topic]));
      const committed = async () => {
        const found = await group.committed(asked);
        return Object.fromEntries(found.map(({ topic, offset }) => [logical.get(topic)!, offset]));
      };
      return new GroupStore(committed, send);
    }
    if (sub.store === 'postgres') {
      const { unitOfWork } = this.options;
      if (!unitOfWork) throw new Error(`${app} keeps state in postgres: give start() the service's unit of work`);
      return new PostgresStore({ unitOfWork, app, task: task.id, fingerprint });
    }
    return new LocalStore({
      ...{
        log: appending,
        reading: restoring,
        changelog: physical(sub.changelog!),
        partition,
        owner: owner(),
        fingerprint,
        send,
      },
      transactionalId: `${namespace}${app}-${task.id}`,
      disk: disk?.of(task.id),
      oldestCheckpointMs: OLDEST_CHECKPOINT_MS,
    });
  }
}

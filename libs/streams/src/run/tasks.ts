import type { Schemas } from '@ride/events';
import type { Logger } from '@ride/observability';
import type { GroupOffset } from '../log/group.js';
import type { Fetched, TaskLog, Wanted } from '../log/port.js';
import type { TaskStore } from '../store/store.js';
import type { Inherited } from '../task/inherited.js';
import type { Failure } from '../task/lost.js';
import type { Output } from '../task/record.js';
import { Task } from '../task/task.js';
import type { Shape, SubTopology } from '../topology/shape.js';
import type { Letter } from './letters.js';
import { Reading } from './reading.js';
import { TaskRunner } from './task-runner.js';

export interface TasksOptions {
  readonly app: string;
  readonly shape: Shape;
  readonly inherited?: Inherited | undefined;
  readonly physical: (topic: string) => string;
  readonly schemas: Schemas;
  readonly storeOf: (task: Task) => TaskStore;
  /** Not the one that commits: what is asked shall not hold it up. */
  readonly asking: TaskLog;
  readonly whyNot: (output: Output) => Failure | undefined;
  readonly bury: (letters: readonly Letter[]) => Promise<void>;
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
  /** By topic: records that have not been committed, as of the last fetch. */
  readonly lag: Readonly<Record<string, number>>;
  readonly keyless: number;
  readonly unusable: number;
  readonly lost: { readonly code: string; readonly message: string } | undefined;
}

const HOPELESS = new Set(['foreign_write', 'topology_changed']);

/** The tasks that this process has. */
export class Tasks {
  readonly all: readonly string[];
  #assigned: readonly string[] = [];
  readonly #runners = new Map<string, TaskRunner>();
  readonly #subs = new Map<string, { sub: SubTopology; partition: number }>();
  readonly #readings: readonly Reading[];
  /** Records in a commit, of tasks whose commits were too large. */
  readonly #most = new Map<string, number>();

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

  /** The group, asked at this time of the monotonic clock, has taken this process for a member: what died before may be opened again. */
  confirmed(askedAt: number): void {
    for (const id of this.#assigned) {
      const runner = this.#runners.get(id);
      if (runner?.state !== 'dead' || HOPELESS.has(runner.lost?.code ?? '') || askedAt <= runner.diedAt) continue;
      // A commit that the log does not take is tried in smaller ones.
      if (runner.lost?.code === 'too_large') this.#most.set(id, Math.max(1, Math.floor(runner.most / 4)));
      this.#open(id);
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
    const read = sub.inputs.filter(({ partitions }) => partition < partitions);
    return read.map(({ topic }) => ({ topic: this.options.physical(topic), partition }));
  }

  /** Undefined when the task is not here, or not open yet. */
  read(task: string, store: string, key: string): { readonly value: unknown } | undefined {
    const runner = this.#runners.get(task);
    if (runner?.state !== 'running') return undefined;
    return { value: runner.task.read(store, key) };
  }

  health(): readonly TaskHealth[] {
    return [...this.#runners.values()].map(({ task, state, progress, lost, lag }) => {
      const { times, late, inputs, keyless, unusable } = task.position;
      return {
        ...{
          id: task.id,
          state,
          restored: progress,
          streamTime: times,
          late,
          position: inputs,
          lag,
          keyless,
          unusable,
        },
        lost: lost && { code: lost.code, message: lost.message },
      };
    });
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#runners.values()].map((runner) => runner.stop()));
  }

  #open(id: string): void {
    const { app, physical, asking, isCertain, onRoom, logger, whyNot, bury } = this.options;
    const { sub, partition } = this.#subs.get(id)!;
    const task = new Task(app, sub, partition, this.options.inherited);
    const about = { task: `${app} ${id}` };
    const runner = new TaskRunner({
      app,
      task,
      store: this.options.storeOf(task),
      reading: this.#readings[sub.index]!,
      physical,
      range: (topic, of) => asking.range(physical(topic), of),
      isOwner: () => isCertain() && this.#runners.get(id) === runner,
      whyNot,
      bury,
      most: this.#most.get(id),
      onSkipped: (_, topic, from, to) =>
        logger.error(
          { ...about, topic: physical(topic), partition, from, to },
          'records are gone before they were read',
        ),
      onRoom,
      onDead: (dead, error) =>
        logger.warn({ ...about, code: dead.lost?.code, err: error }, 'a task ended, and will be opened again'),
    });
    this.#runners.set(id, runner);
    runner.open();
  }
}

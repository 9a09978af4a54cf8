import type { AnyFactType, FactOf } from '@ride/events';
import { v7 } from 'uuid';
import type { Streams } from '../streams.js';
import { shapeOf } from '../topology/shape.js';
import { KeptTask } from './kept-task.js';
import { ModelledLog } from './modelled-log.js';

type DataOf<F> = F extends (data: infer D) => unknown ? D : never;

export interface SaidFact<F extends AnyFactType> {
  readonly key: string;
  readonly data: DataOf<F>;
  /** Event time, UTC milliseconds. */
  readonly at: number;
  readonly id: string;
}

export interface TestOptions {
  /** Of every topic; default 1. */
  readonly partitions?: number;
}

/** An application without a broker: the same task code, time moved by hand. */
export class TestStreams {
  readonly #log: ModelledLog;
  readonly #tasks: readonly KeptTask[];
  #now = 0;

  constructor({ topology }: Pick<Streams, 'topology'>, { partitions = 1 }: TestOptions = {}) {
    const shape = shapeOf(topology, () => partitions);
    const counts = new Map(shape.internal.map(({ topic, partitions: count }) => [topic, count]));
    this.#log = new ModelledLog((topic) => counts.get(topic) ?? partitions);
    this.#tasks = shape.subTopologies.flatMap((sub) =>
      Array.from({ length: sub.partitions }, (_, partition) => new KeptTask(topology.name, sub, partition, this.#log)),
    );
  }

  /** A fact is said at an event time, and everything is worked out that follows from it. */
  hear<F extends AnyFactType>(fact: F, data: DataOf<F>, { at, key }: { at: number; key?: string | null }): void {
    this.put(fact, data, { at, ...(key !== undefined && { key }) });
    this.#run();
  }

  /** The same before anything runs: what stands in a snapshot topic at the first start. */
  put<F extends AnyFactType>(fact: F, data: DataOf<F>, { at, key }: { at: number; key?: string | null }): void {
    const made = fact(data as never);
    const id = v7();
    const value: Partial<FactOf<AnyFactType>> = { type: fact.type, time: at, data: made.data } as never;
    const about = { key: key === undefined ? made.key : key, time: at, because: { id, correlationId: id } };
    this.#log.append(fact.topic.name, { ...about, type: fact.type, value });
  }

  /** A key of a compacted topic is forgotten. */
  forget(fact: AnyFactType, key: string, { at }: { at: number }): void {
    const id = v7();
    this.#log.append(fact.topic.name, { key, time: at, value: undefined, because: { id, correlationId: id } });
    this.#run();
  }

  /** Nothing comes for so long, milliseconds. */
  quiet(milliseconds: number): void {
    this.#now += milliseconds;
    for (const task of this.#tasks) task.idle(this.#now);
    this.#run();
  }

  /** The process dies, and another goes on from what was kept. */
  restart(): void {
    for (const task of this.#tasks) task.restart(this.#now);
    this.#run();
  }

  /** What has been said, in order. */
  said<F extends AnyFactType>(fact: F): readonly SaidFact<F>[] {
    return this.#log.said
      .filter(({ fact: { type } }) => type === fact.type)
      .map(({ fact: { key, data }, time, id }) => ({ key, data: data as DataOf<F>, at: time, id }));
  }

  /** A table's row, or the states of a key's open windows in the order of their ends. */
  read(store: string, key: string): unknown {
    return this.#tasks.map(({ task }) => task.read(store, key)).find((found) => found !== undefined);
  }

  /** Records that came too late for a window of the aggregate. */
  late(aggregate: string): number {
    return this.#tasks.reduce((sum, { task }) => sum + (task.position.late[aggregate] ?? 0), 0);
  }

  get keyless(): number {
    return this.#tasks.reduce((sum, { task }) => sum + task.position.keyless, 0);
  }

  get unusable(): number {
    return this.#tasks.reduce((sum, { task }) => sum + task.position.unusable, 0);
  }

  #run(): void {
    while (this.#tasks.some((task) => task.step(this.#now)));
  }
}

export function testStreams(streams: Streams, options?: TestOptions): TestStreams {
  return new TestStreams(streams, options);
}

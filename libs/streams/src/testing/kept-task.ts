import { entryKey, entryOf, valueBytes } from '../task/entry-bytes.js';
import type { Position } from '../task/position.js';
import { Task } from '../task/task.js';
import type { SubTopology } from '../topology/shape.js';
import type { ModelledLog } from './modelled-log.js';

/** A task that commits to memory what a changelog would hold, and can be made again from it. */
export class KeptTask {
  task: Task;
  readonly #entries = new Map<string, Buffer>();
  #position: string | undefined;
  #lastRecord = 0;

  constructor(
    private readonly app: string,
    private readonly sub: SubTopology,
    private readonly partition: number,
    private readonly log: ModelledLog,
  ) {
    this.task = new Task(app, sub, partition);
  }

  /** Processes one record, the earliest that is there; false when there is none. */
  step(now: number): boolean {
    const { task, log, partition } = this;
    for (const { topic, role } of this.sub.inputs)
      if (role === 'snapshot') task.snapshotEnds(topic, log.end(topic, partition));
    const heads = task.wants().flatMap((topic) => log.at(topic, partition, task.next(topic)) ?? []);
    const [first] = heads.sort((a, b) => a.time - b.time);
    if (!first) return false;
    task.process(first);
    this.#lastRecord = now;
    this.#commit();
    return true;
  }

  idle(now: number): void {
    const after = this.task.idleAfter;
    if (after === null || now - this.#lastRecord <= after) return;
    this.task.closeIdle();
    this.#commit();
  }

  restart(now: number): void {
    this.task = new Task(this.app, this.sub, this.partition);
    const deltas = [...this.#entries].map(([key, value]) => entryOf(Buffer.from(key, 'latin1'), value));
    this.task.restore(deltas, this.#position === undefined ? undefined : (JSON.parse(this.#position) as Position));
    this.#lastRecord = now;
  }

  #commit(): void {
    this.task.close();
    const { deltas, outputs, position } = this.task.take();
    for (const delta of deltas) {
      const key = entryKey(delta).toString('latin1');
      if (delta.value === undefined) this.#entries.delete(key);
      else this.#entries.set(key, valueBytes(delta.value));
    }
    this.#position = JSON.stringify(position);
    this.log.take(outputs);
  }
}

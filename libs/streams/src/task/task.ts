import type { TableNode } from '../topology/node.js';
import type { SubTopology } from '../topology/shape.js';
import { emitDue, passIdle, pendingIdle } from './closing.js';
import type { Delta } from './entry.js';
import { Graph, snapshotStore } from './graph.js';
import type { Inherited } from './inherited.js';
import type { Failure, Lost } from './lost.js';
import { beginning, compareCursors, type Position } from './position.js';
import type { Output, StreamRecord } from './record.js';
import { State } from './state.js';
import { Walk } from './walk.js';

/** What one commit keeps: together or not at all. */
export interface Commit {
  readonly deltas: readonly Delta[];
  readonly outputs: readonly Output[];
  readonly position: Position;
}

/**
 * One partition of a sub-topology, pure: records go in one by one, in the order of their topics; what comes out is the changes
 * of its state, outputs and a position. No clock, no I/O.
 */
export class Task {
  readonly id: string;
  readonly state: State;
  #position: Position = beginning();
  #outputs: Output[] = [];
  #lost: Lost[] = [];
  readonly #graph: Graph;

  /** Those of the sub-topology's that have such a partition. */
  readonly inputs: SubTopology['inputs'];

  constructor(
    app: string,
    readonly sub: SubTopology,
    readonly partition: number,
    private readonly inherited?: Inherited,
  ) {
    this.inputs = sub.inputs.filter(({ partitions }) => partition < partitions);
    this.id = `${sub.index}_${partition}`;
    this.#graph = new Graph(app, sub);
    const { windows, tables } = this.#graph.stores();
    this.state = new State(windows, tables);
  }

  get position(): Position {
    return this.#position;
  }

  /** How many outputs the next commit will have. */
  get outputs(): number {
    return this.#outputs.length;
  }

  /** As it was committed. Windows that had been emitted are gone, also when the log has forgotten that they were deleted. */
  restore(deltas: Iterable<Delta>, position: Position | undefined): void {
    for (const delta of deltas) this.state.restore(delta);
    if (!position) return;
    this.#position = structuredClone(position);
    for (const { id } of this.#graph.aggregates) {
      const closed = position.closed[id];
      if (!closed) continue;
      const windows = this.state.windows(id);
      for (const entry of [...windows.all()]) if (compareCursors(entry, closed) <= 0) windows.remove(entry);
    }
  }

  /** Where a snapshot topic ends at the first start; later ends do not count. */
  snapshotEnds(topic: string, end: number): void {
    this.#position.snapshots[topic] ??= end;
  }

  /** Topics to be read now: snapshots first. */
  wants(): readonly string[] {
    const unread = this.inputs.filter(({ topic, role }) => role === 'snapshot' && this.#isUnread(topic));
    const inputs = unread.length > 0 ? unread : this.inputs.filter(({ role }) => role === 'live');
    const topics = [...new Set(inputs.map(({ topic }) => topic))];
    return this.inherited ? topics.filter((topic) => !this.inherited?.waitsFor(topic)) : topics;
  }

  /** The offset at which a topic is to be read. */
  next(topic: string): number {
    return this.#position.inputs[topic] ?? 0;
  }

  /** The position moves over offsets at which there is nothing to read. */
  skipTo(topic: string, offset: number): void {
    this.#position.inputs[topic] = Math.max(this.next(topic), offset);
  }

  /** A table's row, or the states of a key's open windows in the order of their ends; undefined when there is none. */
  read(store: string, key: string): unknown {
    const row = this.state.row(store, key);
    if (row !== undefined) return row;
    const windows = this.state.windows(store)?.of(key) ?? [];
    return windows.length > 0 ? windows.map(({ start, end, value }) => ({ start, end, value })) : undefined;
  }

  /** Returns what went wrong, when the application's functions could not take the record: it is counted, and what follows goes on. */
  process(record: StreamRecord): Failure | undefined {
    const { topic, offset, source } = record;
    if (offset < this.next(topic)) return undefined;
    const input = this.#graph.input(topic);
    const isSnapshot = this.#isUnread(topic);
    this.#position.inputs[topic] = offset + 1;
    if (!input || this.#isRepeated(topic, source)) return undefined;
    const walk = new Walk(this.id, this.#graph, this.state, this.#position, record, this.inherited);
    try {
      if (isSnapshot) for (const table of input.snapshots) walk.keep(table, record, snapshotOf(table));
      else for (const node of input.live) walk.enter(node, record);
      return undefined;
    } catch (error) {
      this.#position.unusable += 1;
      return { node: walk.at, error };
    } finally {
      this.#outputs.push(...walk.outputs);
    }
  }

  /** Bytes that say nothing, or another fact than they should. */
  skipUnusable(topic: string, offset: number): void {
    if (offset < this.next(topic)) return;
    this.#position.inputs[topic] = offset + 1;
    this.#position.unusable += 1;
  }

  /** Emits windows that nothing can change any more, until the commit would have `most` outputs; true: there are more. */
  close(most = Number.POSITIVE_INFINITY): boolean {
    const walk = new Walk(this.id, this.#graph, this.state, this.#position, undefined, this.inherited);
    const isFull = () => this.#outputs.length + walk.outputs.length >= most;
    const closable = {
      state: this.state,
      position: this.#position,
      isFull,
      walk,
      lost: this.#lost,
      inherited: this.inherited,
    };
    const isWhole = this.#graph.aggregates.every((node) => emitDue(node, closable));
    for (const output of walk.outputs) this.#outputs.push(output);
    return !isWhole;
  }

  /** For how long nothing must have come before pending windows may be closed, milliseconds; null: nothing is pending. */
  get idleAfter(): number | null {
    if (this.inherited && !this.inherited.mayCloseIdle) return null;
    const pending = pendingIdle(this.#graph.aggregates, this.state);
    if (pending.length === 0) return null;
    return Math.max(...pending.map(({ windows, grace }) => windows.longest + grace));
  }

  /** Nothing has come for long enough: what is pending may close. */
  closeIdle(): void {
    passIdle(pendingIdle(this.#graph.aggregates, this.state), this.state, this.#position);
  }

  /** What an application before it has come to may close windows, without a record. */
  get mayInherit(): boolean {
    return this.inherited !== undefined && !this.inherited.isMuted;
  }

  /** There is something that a commit would keep. */
  get hasChanges(): boolean {
    return this.state.hasChanges || this.#outputs.length > 0;
  }

  /**
   * What has come of it since the last time. Whoever takes it commits it, or throws the task away. Outputs that can't be said
   * (`whyNot`) are counted and left out: behind the commit they would stop the task for good.
   */
  take(whyNot: (output: Output) => Failure | undefined = () => undefined): Commit {
    const outputs = this.#outputs.filter((output) => {
      const failure = whyNot(output);
      if (failure) this.#lost.push({ ...failure, ...unsaid(output) });
      return !failure;
    });
    this.#position.unusable += this.#outputs.length - outputs.length;
    this.#outputs = [];
    return { deltas: this.state.takeChanges(), outputs, position: structuredClone(this.#position) };
  }

  /** Results that were lost since the last time. */
  takeLost(): readonly Lost[] {
    return this.#lost.splice(0);
  }

  #isUnread(topic: string): boolean {
    const end = this.#position.snapshots[topic];
    return end !== undefined && this.next(topic) < end;
  }

  #isRepeated(topic: string, source: StreamRecord['source']): boolean {
    if (!source) return false;
    const { heard } = this.#position;
    const from = `${topic} ${source.task}`;
    if (source.seq <= (heard[from] ?? -1)) return true;
    heard[from] = source.seq;
    return false;
  }
}

function unsaid(output: Output): Pick<Lost, 'key' | 'value'> {
  if (output.to === 'repartition') return { key: output.key, value: output.value };
  return { key: output.fact.key, value: output.fact.data };
}

function snapshotOf({ id, preload }: TableNode): string {
  return preload?.into === 'two-stores' ? snapshotStore(id) : id;
}

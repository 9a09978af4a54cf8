import type { NewFact } from '@ride/events';
import type { AggregateNode, JoinNode, Node, RekeyNode, SayNode, TableNode } from '../topology/node.js';
import type { Window } from '../windows/window.js';
import { snapshotStore, type Graph } from './graph.js';
import { recordId, resultId } from './ids.js';
import type { Inherited } from './inherited.js';
import type { Position } from './position.js';
import type { Because, Output, Source, StreamRecord } from './record.js';
import type { State } from './state.js';

/** What is on its way through the graph. */
export interface Item {
  readonly key: string | null;
  readonly value: unknown;
  readonly time: number;
  readonly because: Because;
  /** The aggregate that it is a result of, and the window. */
  readonly result?: { readonly of: AggregateNode; readonly window: Window };
}

/** So many numbers are left to what one record of a stateless task leads to. */
const OF_ONE_RECORD = 1024;

/** Leads one record through the nodes of a sub-topology. */
export class Walk {
  readonly outputs: Output[] = [];
  /** The node that works now. */
  at = '';
  readonly #said = new Map<string, number>();
  #moved = 0;

  constructor(
    private readonly task: string,
    private readonly graph: Graph,
    private readonly state: State,
    private readonly position: Position,
    /** Undefined while windows are emitted. */
    private readonly record?: StreamRecord,
    private readonly inherited?: Inherited,
  ) {}

  enter(node: Node, record: StreamRecord): void {
    const { type, key, value, time, because } = record;
    this.at = node.id;
    if (node.is === 'table') {
      const isOurs = value === undefined || node.facts.some((fact) => fact.type === type);
      if (isOurs) this.keep(node, record, node.id);
      return;
    }
    const item = { key, value, time, because };
    if (node.is !== 'source') this.#push(node, item);
    else if (value !== undefined && node.facts.some((fact) => fact.type === type)) this.pass(node.id, item);
  }

  keep(table: TableNode, { key, value }: StreamRecord, store: string): void {
    this.at = table.id;
    if (key === null) this.position.keyless += 1;
    else this.state.setRow(store, key, value === undefined ? undefined : table.value(value as never));
  }

  pass(from: string, item: Item): void {
    for (const node of this.graph.after(from)) this.#push(node, item);
  }

  #push(node: Node, item: Item): void {
    this.at = node.id;
    switch (node.is) {
      case 'filter':
        if (node.keep(item.value as never)) this.pass(node.id, item);
        return;
      case 'map':
        return this.pass(node.id, { ...item, value: node.map(item.value as never) });
      case 'rekey':
        return this.#move(node, item);
      case 'aggregate':
        return this.#aggregate(node, item);
      case 'join':
        return this.#join(node, item);
      case 'say':
        return this.#say(node, item);
      case 'source':
      case 'table':
        throw new Error(`${node.id} has nothing before it`);
    }
  }

  #move(node: RekeyNode, { key: before, value, time, because }: Item): void {
    const key: unknown = node.key(value as never, before);
    if (typeof key !== 'string') {
      this.position.keyless += 1;
      return;
    }
    const topic = this.graph.repartitionTopic(node.id);
    this.outputs.push({ to: 'repartition', topic, key, value, time, because, source: this.#source() });
  }

  /** Without a state there is no counter: the numbers come from where the record stands, and are the same when it is read again. */
  #source(): Source {
    const { record, task } = this;
    if (this.graph.sub.store !== undefined || !record) return { task, seq: (this.position.said += 1) };
    this.#moved += 1;
    if (this.#moved > OF_ONE_RECORD) throw new Error(`one record leads to more than ${OF_ONE_RECORD}`);
    return { task: `${task} ${record.topic}`, seq: record.offset * OF_ONE_RECORD + this.#moved - 1 };
  }

  #join(node: JoinNode, item: Item): void {
    const { table, missing } = node;
    if (item.key === null) {
      this.position.keyless += 1;
      return;
    }
    const live = this.state.row(table, item.key);
    const row = live === undefined ? this.state.row(snapshotStore(table), item.key) : live;
    if (row === undefined && missing === 'drop') return;
    this.pass(node.id, { ...item, value: node.join(item.value as never, row as never, item.key) });
  }

  #aggregate(node: AggregateNode, item: Item): void {
    const { key, time, value } = item;
    if (key === null) {
      this.position.keyless += 1;
      return;
    }
    const windows = node.windows.of(time, value as never);
    const { times } = this.position;
    const { inherited } = this;
    const now = (times[node.id] = Math.max(times[node.id] ?? 0, time, inherited?.timeOf(node.id) ?? 0));
    for (const window of windows)
      if (inherited?.isMuted) {
        if (!inherited.isOver(node.id, key, window.end)) this.#add(node, item, key, window);
      } else if (window.end > now - node.grace) this.#add(node, item, key, window);
      else this.#late(node, item, key, window);
  }

  #add(node: AggregateNode, item: Item, key: string, window: Window): void {
    const found = this.state.windows(node.id).find(window.start, window.end, key);
    const before = found ? found.value : node.initial();
    const after = node.fold(before as never, item.value as never);
    this.state.set(found ?? this.state.openWindow(node.id, key, window.start, window.end), after);
    if (node.emit === 'updates') this.pass(node.id, { ...item, value: after, result: { of: node, window } });
  }

  #late(node: AggregateNode, { value, time, because }: Item, key: string, window: Window): void {
    const { late } = this.position;
    late[node.id] = (late[node.id] ?? 0) + 1;
    const fact = node.late(value as never, window, key);
    this.outputs.push({ to: 'log', fact, id: this.#recordId(`${node.id} late`), time, because });
  }

  #say(node: SayNode, { key, value, time, because, result }: Item): void {
    if (this.inherited?.isMuted) return;
    const make = node.make as (...of: unknown[]) => NewFact;
    if (key === null) {
      this.position.keyless += 1;
      return;
    }
    if (!result) {
      this.outputs.push({ to: 'log', fact: make(value, key), id: this.#recordId(node.id), time, because });
      return;
    }
    const { of, window } = result;
    const id =
      of.emit === 'closed' ? resultId(node.fact.ceType, of.id, key, window.start, window.end) : this.#recordId(node.id);
    this.outputs.push({ to: 'log', fact: make(window, value, key), id, time, because });
  }

  #recordId(node: string): string {
    const n = this.#said.get(node) ?? 0;
    this.#said.set(node, n + 1);
    return recordId(node, this.record!, n);
  }
}

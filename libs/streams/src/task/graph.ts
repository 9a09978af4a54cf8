import type { AggregateNode, Node, TableNode } from '../topology/node.js';
import { repartitionTopic, type Input, type SubTopology } from '../topology/shape.js';

/** Where the snapshot of a table in two stores is kept. */
export const snapshotStore = (table: string): string => `${table}~snapshot`;

/** A sub-topology, as a task walks through it. */
export class Graph {
  readonly aggregates: readonly AggregateNode[];
  readonly tables: readonly TableNode[];
  readonly #next = new Map<string, Node[]>();
  readonly #inputs = new Map<string, { input: Input; live: readonly Node[]; snapshots: readonly TableNode[] }>();
  readonly #tables: ReadonlyMap<string, TableNode>;
  readonly #repartition = new Map<string, string>();

  constructor(
    readonly app: string,
    readonly sub: SubTopology,
  ) {
    for (const node of sub.nodes) {
      if (!('from' in node)) continue;
      const next = this.#next.get(node.from);
      if (next) next.push(node);
      else this.#next.set(node.from, [node]);
    }
    this.aggregates = sub.nodes.filter((node) => node.is === 'aggregate');
    this.tables = sub.nodes.filter((node) => node.is === 'table');
    this.#tables = new Map(this.tables.map((table) => [table.id, table]));
    for (const topic of new Set(sub.inputs.map((input) => input.topic))) this.#inputs.set(topic, this.#input(topic));
    for (const node of sub.nodes)
      if (node.is === 'rekey') this.#repartition.set(node.id, repartitionTopic(app, node.id));
  }

  after(id: string): readonly Node[] {
    return this.#next.get(id) ?? [];
  }

  table(id: string): TableNode {
    return this.#tables.get(id)!;
  }

  input(topic: string): { input: Input; live: readonly Node[]; snapshots: readonly TableNode[] } | undefined {
    return this.#inputs.get(topic);
  }

  repartitionTopic(rekey: string): string {
    return this.#repartition.get(rekey)!;
  }

  stores(): { windows: readonly string[]; tables: readonly string[] } {
    return {
      windows: this.aggregates.map(({ id }) => id),
      tables: this.tables.flatMap(({ id, preload }) =>
        preload?.into === 'two-stores' ? [id, snapshotStore(id)] : [id],
      ),
    };
  }

  #input(topic: string) {
    const { inputs, nodes } = this.sub;
    const own = inputs.filter((input) => input.topic === topic);
    const named = (role: Input['role']) => {
      const ids = own.filter((input) => input.role === role).flatMap((input) => input.nodes);
      return nodes.filter(({ id }) => ids.includes(id));
    };
    // What comes to a new key goes on where the new key is read; the node itself may stand in another sub-topology.
    const isRepartition = own.some((input) => input.isRepartition);
    const live = isRepartition ? own.flatMap((input) => input.nodes).flatMap((id) => this.after(id)) : named('live');
    return { input: own[0]!, live, snapshots: named('snapshot').filter((node) => node.is === 'table') };
  }
}

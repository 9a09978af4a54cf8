import type { AnyFactType } from '@ride/events';
import { isStateful, type Node, type RekeyNode, type StoreKind, type Topology } from './node.js';
import { TopologyRefused } from './refused.js';

/** A topic that a sub-topology reads. */
export interface Input {
  /** Logical name. */
  readonly topic: string;
  /** `snapshot`: read once, before the others, up to where it ended at the first start. */
  readonly role: 'live' | 'snapshot';
  /** Where its records go: a source, a table, or a new key. */
  readonly nodes: readonly string[];
  readonly isRepartition: boolean;
  /** A task beyond them does not read it. */
  readonly partitions: number;
}

/** What runs in one task: everything that is connected without a repartition topic between. */
export interface SubTopology {
  readonly index: number;
  readonly nodes: readonly Node[];
  readonly inputs: readonly Input[];
  /** Undefined: it has no state, its position is the group's. */
  readonly store: StoreKind | undefined;
  /** Of every topic that it reads; so many tasks. */
  readonly partitions: number;
  /** Logical name; undefined unless the store is `local`. */
  readonly changelog: string | undefined;
}

/** A topic of the application's own. */
export interface Internal {
  readonly topic: string;
  readonly is: 'repartition' | 'changelog';
  readonly partitions: number;
}

export interface Shape {
  readonly name: string;
  readonly subTopologies: readonly SubTopology[];
  readonly internal: readonly Internal[];
  readonly tasks: number;
}

export const repartitionTopic = (app: string, rekey: string): string => `${app}-${rekey}-repartition`;

/** Partition counts of topics by logical name; as declared unless they are known. */
export type Partitions = (fact: AnyFactType) => number;
const declared: Partitions = ({ topic }) => topic.partitions;

/** Cuts the topology where keys change. Throws TopologyRefused. */
export function shapeOf(topology: Topology, partitionsOf: Partitions = declared): Shape {
  const { name } = topology;
  const groups = connected(topology);
  const counts = new Counts(topology, groups, partitionsOf);
  const subTopologies = groups.map((nodes, index): SubTopology => {
    const store = storeOf(name, nodes);
    const changelog = store === 'local' ? `${name}-${index}-changelog` : undefined;
    return { index, nodes, inputs: inputsOf(topology, nodes, counts), store, partitions: counts.of(index), changelog };
  });
  const internal = [
    ...topology.nodes.flatMap((node): Internal[] => {
      if (node.is !== 'rekey') return [];
      const reader = subTopologies.find(({ inputs }) => inputs.some(({ nodes }) => nodes.includes(node.id)));
      return [{ topic: repartitionTopic(name, node.id), is: 'repartition', partitions: reader?.partitions ?? 1 }];
    }),
    ...subTopologies.flatMap(({ changelog, partitions }): Internal[] =>
      changelog === undefined ? [] : [{ topic: changelog, is: 'changelog', partitions }],
    ),
  ];
  return { name, subTopologies, internal, tasks: subTopologies.reduce((sum, sub) => sum + sub.partitions, 0) };
}

/** Nodes by sub-topology, in the order of their first nodes. A new key belongs to where it is made. */
function connected({ nodes }: Topology): readonly (readonly Node[])[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const group = new Map<string, number>(nodes.map(({ id }, index) => [id, index]));
  const unite = (a: string, b: string): void => {
    const [from, to] = [group.get(a)!, group.get(b)!];
    const [low, high] = from < to ? [from, to] : [to, from];
    for (const [id, of] of group) if (of === high) group.set(id, low);
  };
  // Whoever reads one repartition topic reads it once.
  const readers = new Map<string, string>();
  for (const node of nodes) {
    if (!('from' in node)) continue;
    const reader = byId.get(node.from)?.is === 'rekey' ? readers.get(node.from) : node.from;
    if (reader !== undefined) unite(reader, node.id);
    else readers.set(node.from, node.id);
    if (node.is === 'join') unite(node.table, node.id);
  }
  return [...Map.groupBy(nodes, ({ id }) => group.get(id)!).entries()].sort(([a], [b]) => a - b).map(([, own]) => own);
}

function storeOf(app: string, nodes: readonly Node[]): StoreKind | undefined {
  const kinds = new Set(nodes.flatMap((node) => (node.is === 'aggregate' ? [node.store] : [])));
  if (kinds.size > 1) {
    const names = nodes.flatMap((node) => (node.is === 'aggregate' ? [`${node.id} (${node.store})`] : []));
    throw new TopologyRefused(
      'stores_mixed',
      `${app}: ${names.join(' and ')} are in one sub-topology and would commit to two places. Give them one store, or a key of their own by .by().`,
    );
  }
  const rekey = nodes.find(({ is }) => is === 'rekey');
  if (kinds.has('postgres') && rekey)
    throw new TopologyRefused(
      'repartition_unsupported',
      `${app}: ${rekey.id} is made from state in postgres, whose commits leave through the outbox, as facts. Keep that state local, or say a fact and read it.`,
    );
  // A table that only a stateless flow reads is as hot as that flow.
  return [...kinds][0] ?? (nodes.some(isStateful) ? 'local' : undefined);
}

function inputsOf({ name, nodes: all, grown }: Topology, nodes: readonly Node[], counts: Counts): readonly Input[] {
  const inputs = new Map<string, Input & { nodes: string[] }>();
  const add = (topic: string, partitions: number, role: Input['role'], node: string, isRepartition = false): void => {
    const input = inputs.get(`${role} ${topic}`);
    if (!input) inputs.set(`${role} ${topic}`, { topic, role, nodes: [node], isRepartition, partitions });
    else if (!input.nodes.includes(node)) input.nodes.push(node);
  };
  for (const node of nodes) {
    if (node.is === 'table')
      for (const fact of node.preload?.from ?? []) add(fact.topic.name, counts.ofFact(fact), 'snapshot', node.id);
    if (node.is === 'table' || node.is === 'source')
      for (const fact of node.facts) {
        add(fact.topic.name, counts.ofFact(fact), 'live', node.id);
        const next = grown?.topics[fact.topic.name];
        if (grown && next !== undefined) add(next, grown.partitions, 'live', node.id);
      }
    if (!('from' in node)) continue;
    const from = all.find(({ id }) => id === node.from);
    if (from?.is === 'rekey') add(repartitionTopic(name, from.id), counts.of(nodes), 'live', from.id, true);
  }
  // Tables before what is joined with them, when both are of one moment.
  const isTable = ({ nodes: ids }: Input) => nodes.some((node) => node.is === 'table' && ids.includes(node.id));
  return [...inputs.values()].sort((a, b) => Number(isTable(b)) - Number(isTable(a)));
}

/** How many partitions each sub-topology has: those of the topics that it reads, which must be equal where they meet. */
class Counts {
  readonly #known = new Map<number, number>();

  constructor(
    private readonly topology: Topology,
    private readonly groups: readonly (readonly Node[])[],
    private readonly partitionsOf: Partitions,
  ) {}

  ofFact(fact: AnyFactType): number {
    return this.partitionsOf(fact);
  }

  of(which: number | readonly Node[]): number {
    const index = typeof which === 'number' ? which : this.groups.indexOf(which);
    const known = this.#known.get(index);
    if (known !== undefined) return known;
    const nodes = this.groups[index] ?? [];
    const topics = this.#topics(nodes);
    const [first] = topics;
    // Where nothing is kept, keys need not meet.
    if (first && !nodes.some(isStateful)) {
      const most = Math.max(...topics.map(({ count }) => count));
      this.#known.set(index, most);
      return most;
    }
    const other = topics.find(({ count }) => count !== first?.count);
    if (first && other)
      throw new TopologyRefused(
        'partitions_differ',
        `${this.topology.name}: ${first.topic} has ${first.count} partitions and ${other.topic} has ${other.count}, but they are read together: a key would not meet itself. ` +
          `Lead one of them through a repartition topic by .by(), or grow the smaller topic to a next version.`,
      );
    const count = first?.count ?? this.#repartitioned(nodes);
    this.#known.set(index, count);
    return count;
  }

  /** Topics whose count is not ours to choose. */
  #topics(nodes: readonly Node[]): readonly { topic: string; count: number }[] {
    const rekeys = this.#rekeys(nodes).filter(({ partitions }) => partitions !== undefined);
    return [
      ...nodes.flatMap((node) =>
        node.is === 'source' || node.is === 'table'
          ? [...node.facts, ...(node.is === 'table' ? (node.preload?.from ?? []) : [])].map((fact) => ({
              topic: fact.topic.name,
              count: this.partitionsOf(fact),
            }))
          : [],
      ),
      ...this.#nextVersions(nodes),
      ...rekeys.map(({ id, partitions }) => ({ topic: repartitionTopic(this.topology.name, id), count: partitions! })),
    ];
  }

  #nextVersions(nodes: readonly Node[]): readonly { topic: string; count: number }[] {
    const { topics, partitions } = this.topology.grown ?? { topics: {}, partitions: 0 };
    const facts = nodes.flatMap((node) => (node.is === 'source' ? node.facts : []));
    return facts.flatMap(({ topic }) => {
      const next = topics[topic.name];
      return next === undefined ? [] : [{ topic: next, count: partitions }];
    });
  }

  /** New keys that are read in these nodes. */
  #rekeys(nodes: readonly Node[]): readonly RekeyNode[] {
    const from = new Set(nodes.flatMap((node) => ('from' in node ? [node.from] : [])));
    return this.topology.nodes.filter((node): node is RekeyNode => node.is === 'rekey' && from.has(node.id));
  }

  /** As many as the largest that it is made from. */
  #repartitioned(nodes: readonly Node[]): number {
    const from = this.#rekeys(nodes).map((rekey) => this.groups.findIndex((group) => group.includes(rekey)));
    return Math.max(1, ...from.map((index) => this.of(index)));
  }
}

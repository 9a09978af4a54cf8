import { createHash } from 'node:crypto';
import type { Node, Topology } from './node.js';
import { repartitionTopic, type Shape, type SubTopology } from './shape.js';

/** The graph in words, one line a node: sub-topologies, tasks, internal topics and the fingerprint. */
export function describe(topology: Topology, shape: Shape): string {
  return [
    `${topology.name}: ${shape.tasks} tasks in ${shape.subTopologies.length} sub-topologies, fingerprint ${fingerprint(topology, shape)}`,
    ...shape.subTopologies.flatMap((sub) => [
      subLine(sub),
      ...sub.nodes.map((node) => `  ${nodeLine(topology.name, node)}`),
    ]),
    'internal topics:',
    ...shape.internal.map(({ topic, is, partitions }) => `  ${topic}: ${is}, ${partitions} partitions`),
  ].join('\n');
}

/** The same for topologies whose state means the same: a changelog of another one must not be read. */
export function fingerprint({ name, nodes }: Topology, shape: Shape): string {
  const lines = [
    ...nodes.map((node) => nodeLine(name, node)),
    ...shape.subTopologies.map((sub) => `${subLine(sub)} ${sub.nodes.map(({ id }) => id).join(' ')}`),
  ];
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}

function subLine({ index, partitions, store, inputs }: SubTopology): string {
  const topics = inputs.map(({ topic, role }) => (role === 'snapshot' ? `${topic} (snapshot)` : topic));
  return `sub-topology ${index}: ${partitions} tasks, store ${store ?? 'none'}, reads ${topics.join(', ')}`;
}

function nodeLine(app: string, node: Node): string {
  const from = 'from' in node ? `${node.from} → ` : '';
  return `${from}${node.id}: ${whatItDoes(app, node)}`;
}

function whatItDoes(app: string, node: Node): string {
  switch (node.is) {
    case 'source':
      return node.facts.map(({ ceType }) => ceType).join(', ');
    case 'table': {
      const preload = node.preload;
      const after = preload && `, after ${preload.from.map(({ ceType }) => ceType).join(', ')} into ${preload.into}`;
      return `table of ${node.facts.map(({ ceType }) => ceType).join(', ')}${after ?? ''}`;
    }
    case 'filter':
    case 'map':
      return node.is;
    case 'rekey':
      return `new key, through ${repartitionTopic(app, node.id)}`;
    case 'aggregate':
      return `${node.windows.description}, grace ${node.grace}, store ${node.store}, ${node.emit}${node.idle ? ' or idle' : ''}, late to ${node.lateFact.ceType}`;
    case 'join':
      return `joined with ${node.table}, missing ${node.missing}`;
    case 'say':
      return `says ${node.fact.ceType}`;
  }
}

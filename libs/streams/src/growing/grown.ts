import type { AggregateNode, Grown, Node, Topology } from '../topology/node.js';
import { isStateful } from '../topology/node.js';
import { TopologyRefused } from '../topology/refused.js';
import { shapeOf } from '../topology/shape.js';

/** An application that becomes a larger one; topics by logical names. */
export interface Growth extends Grown {
  readonly from: string;
  readonly to: string;
}

/** What has to be for a topology to grow to so many partitions. Throws TopologyRefused when the command can't do it. */
export function growthOf(topology: Topology, partitions: number): Growth {
  const { name, nodes } = topology;
  const no = (why: string): never => {
    throw new TopologyRefused('grow_unsupported', `${name} can't grow by this command: ${why}`);
  };
  if (topology.grown) no('it has grown already. Declare it under its new name on its new topics first.');
  const aggregates = nodes.filter((node) => node.is === 'aggregate');
  if (aggregates.length === 0)
    no('it keeps no state in windows. Give its topics more partitions as a next version, and read both.');
  if (nodes.some(({ is }) => is === 'table'))
    no(
      'it reads a table, whose topic would have to grow with it. Declare it again under a new name, with the table on its next topic.',
    );
  if (aggregates.some(({ store }) => store === 'postgres'))
    no('its state is in postgres. Declare it again under a new name; it begins with the facts that are kept.');
  if (aggregates.some((node) => isBehind(nodes, node)))
    no(
      'one of its aggregates reads the results of another. Declare the second as an application of its own, and grow each.',
    );
  const sources = nodes.flatMap((node) => (node.is === 'source' ? node.facts : []));
  const topics = Object.fromEntries(sources.map(({ topic }) => [topic.name, nextVersion(topic.name)]));
  return { from: name, to: `${name}-${partitions}`, topics, partitions };
}

/** The same on its topics and their next versions, with so many partitions wherever state is. */
export function grownTopology(topology: Topology, { to, topics, partitions }: Growth): Topology {
  const { subTopologies } = shapeOf(topology);
  const keyed = subTopologies
    .filter(({ nodes }) => nodes.some(isStateful))
    .flatMap(({ nodes }) => nodes.flatMap((node) => (node.is === 'source' ? [node.id] : [])));
  const again = (id: string): string => `${id}-again`;
  const nodes = topology.nodes.flatMap((node): Node[] => {
    const moved = 'from' in node && keyed.includes(node.from) ? { ...node, from: again(node.from) } : node;
    if (moved.is === 'rekey') return [{ ...moved, partitions }];
    if (!keyed.includes(moved.id)) return [moved];
    // The topics have different counts: keys meet behind them.
    return [moved, { is: 'rekey', id: again(moved.id), from: moved.id, key: (_, key) => key, partitions }];
  });
  return { name: to, nodes, grown: { topics, partitions } };
}

/** rides.v1 → rides.v2 */
function nextVersion(topic: string): string {
  const [, name = topic, version = '1'] = /^(.*)\.v(\d+)$/.exec(topic) ?? [];
  return `${name}.v${Number(version) + 1}`;
}

function isBehind(nodes: readonly Node[], { from }: AggregateNode): boolean {
  for (let node = nodes.find(({ id }) => id === from); node;) {
    if (node.is === 'aggregate') return true;
    const before: string | undefined = 'from' in node ? node.from : undefined;
    node = nodes.find(({ id }) => id === before);
  }
  return false;
}

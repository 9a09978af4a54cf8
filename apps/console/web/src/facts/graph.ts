import { Graph as Dagre, layout } from '@dagrejs/dagre';
import type { Catalogue, Fact } from './catalogue.js';

export interface Node {
  readonly id: string;
  readonly label: string;
  readonly kind: 'service' | 'topic' | 'fact';
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}
export interface Edge {
  readonly id: string;
  readonly service: string;
  readonly path: string;
}
export interface Drawn {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly width: number;
  readonly height: number;
}

export const NODE_HEIGHT = 28;
/** About what a letter of the page's font takes, pixels. */
const LETTER = 7.2;

/** Who says, what, who hears, from left to right: topics, or the facts of one topic. */
export function graphOf({ topics, facts }: Catalogue, topic: string | undefined): Drawn {
  const graph = new Dagre();
  graph.setGraph({ rankdir: 'LR', nodesep: 12, ranksep: 150, marginx: 2, marginy: 2 });
  graph.setDefaultEdgeLabel(() => ({}));
  const add = (id: string, label: string, kind: Node['kind']): void =>
    void graph.setNode(id, { label, kind, width: Math.round(label.length * LETTER) + 28, height: NODE_HEIGHT });
  const join = (what: string, about: readonly Fact[]): void => {
    for (const service of new Set(about.flatMap(({ says }) => says))) {
      add(`says ${service}`, service, 'service');
      graph.setEdge(`says ${service}`, what, { service });
    }
    for (const service of new Set(about.flatMap(({ hears }) => hears.map((each) => each.service)))) {
      add(`hears ${service}`, service, 'service');
      graph.setEdge(what, `hears ${service}`, { service });
    }
  };
  if (topic === undefined)
    for (const { name } of topics) {
      add(name, name, 'topic');
      join(
        name,
        facts.filter((fact) => fact.topic === name),
      );
    }
  else
    for (const fact of facts.filter((each) => each.topic === topic)) {
      add(fact.name, fact.name, 'fact');
      join(fact.name, [fact]);
    }
  layout(graph);
  return drawn(graph);
}

interface Placed extends Omit<Node, 'id'> {
  readonly height: number;
}

function drawn(graph: Dagre): Drawn {
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const at = (id: string) => graph.node(id) as unknown as Placed;
  return {
    nodes: graph.nodes().map((id) => {
      const { label, kind, x, y, width: wide } = at(id);
      return { id, label, kind, x, y, width: wide };
    }),
    edges: graph.edges().map(({ v, w }) => {
      const [from, to] = [at(v), at(w)];
      const { service } = graph.edge(v, w) as unknown as { service: string };
      return { id: `${v} → ${w}`, service, path: curve(from.x + from.width / 2, from.y, to.x - to.width / 2, to.y) };
    }),
    width: Math.ceil(width),
    height: Math.ceil(height),
  };
}

function curve(x1: number, y1: number, x2: number, y2: number): string {
  const middle = (x1 + x2) / 2;
  return `M${r(x1)} ${r(y1)}C${r(middle)} ${r(y1)} ${r(middle)} ${r(y2)} ${r(x2)} ${r(y2)}`;
}

function r(n: number): number {
  return Math.round(n * 10) / 10;
}

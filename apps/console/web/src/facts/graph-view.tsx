import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { Catalogue } from './catalogue.js';
import { graphOf, NODE_HEIGHT, type Node } from './graph.js';

/** A picture of the table below it; its topics and facts lead on. */
export function GraphView({ catalogue, topic }: { readonly catalogue: Catalogue; readonly topic: string | undefined }) {
  const { nodes, edges, width, height } = useMemo(() => graphOf(catalogue, topic), [catalogue, topic]);
  const [near, setNear] = useState<string>();
  return (
    <div className="scroll graph" tabIndex={0} role="region" aria-label="Graph of who says and hears what">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        {edges.map(({ id, service, path }) => (
          <path
            key={id}
            className="graph-edge"
            data-service={service}
            data-near={near === undefined ? undefined : id.split(' → ').includes(near)}
            d={path}
          />
        ))}
        {nodes.map((node) => (
          <NodeView key={node.id} node={node} onNear={setNear} />
        ))}
      </svg>
    </div>
  );
}

function NodeView({ node, onNear }: { readonly node: Node; readonly onNear: (id: string | undefined) => void }) {
  const { id, label, kind, x, y, width } = node;
  const near = {
    onMouseEnter: () => onNear(id),
    onMouseLeave: () => onNear(undefined),
    onFocus: () => onNear(id),
    onBlur: () => onNear(undefined),
  };
  const shape = (
    <>
      <rect
        x={x - width / 2}
        y={y - NODE_HEIGHT / 2}
        width={width}
        height={NODE_HEIGHT}
        rx={kind === 'service' ? 14 : 5}
      />
      <text x={x} y={y} dy="0.35em" textAnchor="middle">
        {label}
      </text>
    </>
  );
  if (kind === 'service')
    return (
      <g className="graph-node" data-service={label} {...near}>
        {shape}
      </g>
    );
  return (
    <Link className="graph-node" to={kind === 'topic' ? `/facts?topic=${label}` : `/facts/${label}`} {...near}>
      {shape}
    </Link>
  );
}

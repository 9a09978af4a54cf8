import { edgeOf } from './edge.js';
import type { Timeline } from './rows.js';

interface Props {
  readonly timeline: Timeline;
  /** The rows that belong to what is chosen; their lines stand out. */
  readonly related: ReadonlySet<number> | undefined;
}

/** One unit a lane and one a row: the style sheet says how large they are. */
export function Edges({ timeline: { lanes, rows }, related }: Props) {
  return (
    <svg
      className="edges"
      viewBox={`0 0 ${Math.max(1, lanes.length)} ${Math.max(1, rows.length)}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {lanes.map((service, lane) => (
        <path key={service} className="lane" data-service={service} d={`M${lane + 0.5} 0V${rows.length}`} />
      ))}
      {rows.map(({ entry, from }, i) => {
        if (from === undefined) return null;
        const isRelated = related?.has(i) === true && related.has(from);
        return (
          <path
            key={entry.id}
            className="edge"
            data-related={related === undefined ? undefined : isRelated}
            d={edgeOf(rows[from]?.lane ?? 0, from, rows[i]?.lane ?? 0, i)}
          />
        );
      })}
    </svg>
  );
}

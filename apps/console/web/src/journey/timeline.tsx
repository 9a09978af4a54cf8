import { useMemo } from 'react';
import { useRoving } from '../parts/roving.js';
import { Edges } from './edges.js';
import { relatedTo, type Timeline as Made } from './rows.js';
import { TimelineRow } from './timeline-row.js';

interface Props {
  readonly timeline: Made;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly factOf: (id: string) => string | undefined;
}

/** A lane per service, a row per entry, a line from each cause. One list for eyes, keys and readers. */
export function Timeline({ timeline, chosen, onChoose, factOf }: Props) {
  const { lanes, rows } = timeline;
  const place = rows.findIndex(({ entry }) => entry.id === chosen);
  const related = useMemo(() => (place < 0 ? undefined : relatedTo(place, rows)), [place, rows]);
  const { listProps, itemProps } = useRoving(rows.length);
  return (
    <section className="card timeline" aria-label="Timeline" style={{ '--lanes': lanes.length }}>
      <div className="lane-names" aria-hidden="true">
        {lanes.map((service) => (
          <span key={service} data-service={service}>
            {service}
          </span>
        ))}
      </div>
      <div className="rows">
        <Edges timeline={timeline} related={related} />
        <ol {...listProps}>
          {rows.map((row, i) => (
            <TimelineRow
              key={row.entry.id}
              row={row}
              itemProps={itemProps(i)}
              isChosen={i === place}
              isFaint={related !== undefined && !related.has(i)}
              onChoose={() => onChoose(row.entry.id)}
              factOf={factOf}
            />
          ))}
        </ol>
      </div>
    </section>
  );
}

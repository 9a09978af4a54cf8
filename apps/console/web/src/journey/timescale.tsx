import { durationText } from '../parts/format.js';
import type { Timeline } from './rows.js';

/** The same entries by the clock: where it hurried, and where it waited. A picture; the list below says it all. */
export function Timescale({
  timeline: { lanes, rows, seconds },
  chosen,
}: {
  timeline: Timeline;
  chosen: string | undefined;
}) {
  const at = (since: number): string => `${(seconds === 0 ? 0.5 : since / seconds) * 100}%`;
  return (
    <div className="card timescale" aria-hidden="true">
      {lanes.map((service, lane) => (
        <div key={service} className="scale-lane" data-service={service}>
          <span className="scale-name">{service}</span>
          <span className="scale-track">
            {rows
              .filter((row) => row.lane === lane)
              .map(({ entry, sinceStart }) => (
                <span
                  key={entry.id}
                  className="mark"
                  data-kind={entry.kind}
                  data-chosen={entry.id === chosen || undefined}
                  style={{ left: at(sinceStart) }}
                />
              ))}
          </span>
        </div>
      ))}
      <div className="scale-ends hint">
        <span>0 s</span>
        <span>{durationText(seconds / 2)}</span>
        <span>{durationText(seconds)}</span>
      </div>
    </div>
  );
}

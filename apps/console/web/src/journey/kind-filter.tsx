import type { Entry, Kind } from '../api/journey.js';
import { count } from '../parts/format.js';
import { KINDS } from './entry-text.js';

interface Props {
  readonly entries: readonly Entry[];
  readonly shown: ReadonlySet<Kind>;
  readonly onChange: (shown: ReadonlySet<Kind>) => void;
}

/** What there is of each kind; each can be left out. */
export function KindFilter({ entries, shown, onChange }: Props) {
  const toggle = (kind: Kind): void =>
    onChange(new Set(KINDS.map((each) => each.kind).filter((each) => shown.has(each) !== (each === kind))));
  return (
    <div className="chips" role="group" aria-label="Shown">
      {KINDS.map(({ kind, one, many }) => {
        const n = entries.filter((entry) => entry.kind === kind).length;
        return (
          <button key={kind} className="chip" aria-pressed={shown.has(kind)} onClick={() => toggle(kind)}>
            <span className="mark" data-kind={kind} aria-hidden="true" />
            {count(n, one, many)}
          </button>
        );
      })}
    </div>
  );
}

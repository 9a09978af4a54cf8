import { useEffect } from 'react';
import { Link } from 'react-router';
import type { DeadLetterEntry, Entry } from '../api/journey.js';
import { Data } from '../parts/data.js';
import { Icon } from '../parts/icon.js';
import { Id } from '../parts/id.js';
import { detailsOf } from './details.js';
import { textOf } from './entry-text.js';

interface Props {
  readonly entry: Entry | undefined;
  readonly entries: readonly Entry[];
  readonly onChoose: (id: string | undefined) => void;
}

/** All that is known of one entry: beside the timeline, on a phone over its lower half. */
export function EntryDetails({ entry, entries, onChoose }: Props) {
  useEffect(() => {
    const close = (event: KeyboardEvent): void => void (event.key === 'Escape' && onChoose(undefined));
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [onChoose]);
  if (entry === undefined)
    return (
      <aside className="card details none" aria-label="Details">
        <p className="muted">Choose an entry to see its data, its times, and what it led to.</p>
      </aside>
    );
  const factOf = (id: string) => {
    const found = entries.find((each) => each.id === id);
    return found?.kind === 'fact' ? found.type : undefined;
  };
  const cause = entries.find(({ id }) => id === entry.causationId);
  const effects = entries.filter(({ causationId }) => causationId === entry.id);
  return (
    <aside className="card details" aria-label="Details" aria-live="polite" data-service={entry.service}>
      <div className="row">
        <h2>{textOf(entry, factOf).title}</h2>
        <button className="quiet close" onClick={() => onChoose(undefined)} aria-label="Close the details">
          <Icon name="close" />
        </button>
      </div>
      <dl className="facts">
        {detailsOf(entry).map(({ name, value, isId }) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd>{isId ? <Id id={value} /> : value}</dd>
          </div>
        ))}
      </dl>
      {entry.kind === 'dead-letter' && (
        <Link className="button" to={letterPath(entry, cause)}>
          Look at it, and repair it
        </Link>
      )}
      {entry.kind === 'fact' && entry.unreadable === null && <Data value={entry.data} />}
      {cause !== undefined && <Others title="Follows from" entries={[cause]} onChoose={onChoose} factOf={factOf} />}
      {effects.length > 0 && <Others title="Led to" entries={effects} onChoose={onChoose} factOf={factOf} />}
    </aside>
  );
}

/** The failed fact itself, or those of its key where its number was not told. */
function letterPath({ service, letterId }: DeadLetterEntry, cause: Entry | undefined): string {
  if (letterId !== null) return `/failed/${service}/${letterId}`;
  const key = cause?.kind === 'fact' ? (cause.key ?? '') : '';
  return `/failed/${service}/letters?${new URLSearchParams({ status: 'all', key })}`;
}

interface OthersProps extends Pick<Props, 'entries' | 'onChoose'> {
  readonly title: string;
  readonly factOf: (id: string) => string | undefined;
}

function Others({ title, entries, onChoose, factOf }: OthersProps) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {entries.map((entry) => {
          const { title: text, more } = textOf(entry, factOf);
          return (
            <li key={entry.id}>
              <button className="quiet other" onClick={() => onChoose(entry.id)} data-service={entry.service}>
                <span className="mark" data-kind={entry.kind} aria-hidden="true" />
                {text}, {more}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

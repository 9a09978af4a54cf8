import type { ServiceName } from '@ride/client';
import { Link } from 'react-router';
import type { Shapes } from '../api/services.js';
import { Empty } from '../parts/empty.js';
import { wordsOf } from '../parts/format.js';
import { When } from '../parts/when.js';
import { firstLine } from './groups.js';

/** What was tried, and what operators did, in order. */
export function LetterHistory({
  letter,
  service,
}: {
  readonly letter: Shapes['DeadLetter'];
  readonly service: ServiceName;
}) {
  const tries = letter.history.map((entry) => ({ at: entry.at, entry, repair: undefined }));
  const repairs = letter.repairs.map((repair) => ({ at: repair.at, entry: undefined, repair }));
  const all = [...tries, ...repairs].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  if (all.length === 0) return <Empty title="Nothing is kept of it" />;
  return (
    <ol className="history">
      {all.map(({ at, entry, repair }, i) => (
        <li key={i}>
          <When at={at} />
          {entry !== undefined && (
            <span>
              {entry.attempt === undefined ? '' : `Attempt ${entry.attempt}: `}
              <code>{entry.code}</code> {firstLine(entry.error)}
            </span>
          )}
          {repair !== undefined && (
            <span>
              <Link to={`/failed/${service}/repairs/${repair.repair}`}>{wordsOf(repair.kind)}</Link> by{' '}
              <code>{repair.who}</code>: {repair.outcome ?? 'to come'}
              {repair.became !== null && (
                <>
                  , see <Link to={`/failed/${service}/${repair.became}`}>#{repair.became}</Link>
                </>
              )}
              {repair.reason !== null && ` (${repair.reason})`}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

import type { ServiceName } from '@ride/client';
import { Link } from 'react-router';
import type { Shapes } from '../api/services.js';
import { count, shortId } from '../parts/format.js';
import { When } from '../parts/when.js';
import { firstLine } from './groups.js';
import { standingOf } from './standing.js';

interface Props {
  readonly service: ServiceName;
  readonly letters: readonly Shapes['DeadLetterSummary'][];
}

export function LettersTable({ service, letters }: Props) {
  return (
    <div className="scroll">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">Fact and error</th>
            <th scope="col">Key</th>
            <th scope="col">Stands</th>
            <th scope="col">Attempts</th>
            <th scope="col">Failed last (UTC)</th>
          </tr>
        </thead>
        <tbody>
          {letters.map((letter) => (
            <tr key={letter.id}>
              <th scope="row" className="group-name">
                <Link to={`/failed/${service}/${letter.id}`}>
                  {letter.fact || 'A record that names no fact'} <span className="number">#{letter.id}</span>
                </Link>
                <span className="error">{firstLine(letter.error)}</span>
              </th>
              <td className="mono" data-label="key">
                {shortId(letter.key)}
              </td>
              <td>{standingOf(letter)}</td>
              <td className="number">{count(letter.attempts, 'attempt')}</td>
              <td>
                <When at={letter.lastFailedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

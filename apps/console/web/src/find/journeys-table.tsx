import { Link } from 'react-router';
import type { JourneySummary } from '../api/journey.js';
import { Badge } from '../parts/badge.js';
import { durationText, numberText, secondsBetween, shortId, wordsOf } from '../parts/format.js';
import type { Tone } from '../parts/notice.js';
import { When } from '../parts/when.js';

const TONES: Readonly<Record<string, Tone>> = { completed: 'good', cancelled: 'warn', unfulfilled: 'warn' };

export function JourneysTable({ journeys }: { readonly journeys: readonly JourneySummary[] }) {
  return (
    <div className="scroll">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">Ride or request</th>
            <th scope="col">State</th>
            <th scope="col">Began (UTC)</th>
            <th scope="col">Rider</th>
            <th scope="col">Driver</th>
            <th scope="col" className="number">
              Lasted
            </th>
            <th scope="col" className="number">
              Facts
            </th>
            <th scope="col">Went wrong</th>
          </tr>
        </thead>
        <tbody>
          {journeys.map((journey) => (
            <Row key={journey.correlationId} {...journey} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ correlationId, ride, startedAt, lastAt, facts, retries, deadLetters }: JourneySummary) {
  return (
    <tr>
      <th scope="row">
        <Link className="mono" to={`/journey/${correlationId}`}>
          {shortId(correlationId)}
        </Link>
      </th>
      <td>{ride === null ? 'no ride' : <Badge tone={TONES[ride.state] ?? 'plain'}>{wordsOf(ride.state)}</Badge>}</td>
      <td>
        <When at={startedAt} />
      </td>
      <td className="mono" data-label="rider">
        {ride?.riderId == null ? '–' : shortId(ride.riderId)}
      </td>
      <td className="mono" data-label="driver">
        {ride?.driverId == null ? '–' : shortId(ride.driverId)}
      </td>
      <td className="number" data-label="lasted">
        {durationText(secondsBetween(startedAt, lastAt))}
      </td>
      <td className="number" data-label="facts">
        {numberText(facts)}
      </td>
      <td>
        <span className="row">
          {deadLetters > 0 && <Badge tone="bad">{numberText(deadLetters)} dead</Badge>}
          {retries > 0 && <Badge tone="warn">{numberText(retries)} tried again</Badge>}
          {deadLetters + retries === 0 && <span className="muted">nothing</span>}
        </span>
      </td>
    </tr>
  );
}

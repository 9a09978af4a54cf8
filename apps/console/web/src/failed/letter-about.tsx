import type { ServiceName } from '@ride/client';
import { Link } from 'react-router';
import type { Shapes } from '../api/services.js';
import { count } from '../parts/format.js';
import { Id } from '../parts/id.js';
import { Notice } from '../parts/notice.js';
import { When } from '../parts/when.js';
import { standingOf } from './standing.js';

export function LetterAbout({
  letter,
  service,
}: {
  readonly letter: Shapes['DeadLetter'];
  readonly service: ServiceName;
}) {
  const { error, code, handler, subscription, topic, partition, offset, key, eventTime, attempts, waitingBehind } =
    letter;
  const correlation = letter.headers.find(({ name }) => name === 'ce_correlationid')?.value;
  return (
    <>
      <Notice tone={letter.status === 'dead' ? 'bad' : 'plain'} title={error?.split('\n', 1)[0] ?? 'No error was told'}>
        <p className="hint">
          Code <code>{code}</code>, {count(attempts, 'attempt')}, last at <When at={letter.lastFailedAt} /> UTC
        </p>
        {error?.includes('\n') === true && (
          <details>
            <summary>Where</summary>
            <pre className="data">{error}</pre>
          </details>
        )}
      </Notice>
      <section className="card panel-body" aria-label="The fact">
        <dl className="facts">
          <dt>Handler</dt>
          <dd className="mono">
            {handler || '(none)'} of {subscription}
          </dd>
          <dt>Stands</dt>
          <dd>
            {standingOf(letter)}
            {waitingBehind > 0 && `; ${count(waitingBehind, 'fact waits', 'facts wait')} behind it`}
            {letter.deadBefore > 0 && `; ${count(letter.deadBefore, 'dead one stands', 'dead ones stand')} before it`}
          </dd>
          <dt>Said at</dt>
          <dd>
            <When at={eventTime} /> UTC
          </dd>
          <dt>Key</dt>
          <dd>
            <Id id={key} />
          </dd>
          <dt>From</dt>
          <dd>
            {topic}, partition {partition}, offset {offset}
          </dd>
          {letter.inPlaceOf !== null && (
            <>
              <dt>Edited</dt>
              <dd>
                It stands at the place of <Link to={`/failed/${service}/${letter.inPlaceOf}`}>#{letter.inPlaceOf}</Link>
              </dd>
            </>
          )}
          {correlation !== undefined && (
            <>
              <dt>Journey</dt>
              <dd>
                <Link to={`/journey/${correlation}`}>what it belongs to</Link>
              </dd>
            </>
          )}
        </dl>
      </section>
    </>
  );
}

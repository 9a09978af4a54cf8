import type { ReactNode } from 'react';
import type { Journey } from '../api/journey.js';
import { Badge } from '../parts/badge.js';
import { durationText, secondsBetween, wordsOf } from '../parts/format.js';
import { Id } from '../parts/id.js';
import type { Tone } from '../parts/notice.js';
import { When } from '../parts/when.js';

const TONES: Readonly<Record<string, Tone>> = { completed: 'good', cancelled: 'warn', unfulfilled: 'warn' };

export function RideHead({ journey: { ride, correlationId, links } }: { readonly journey: Journey }) {
  return (
    <section className="card panel-body ride-head" aria-label="The ride">
      <dl className="pairs">
        {ride === null ? (
          <Pair name="Correlation">
            <Id id={correlationId} />
          </Pair>
        ) : (
          <>
            <Pair name="State">
              <Badge tone={TONES[ride.state] ?? 'plain'}>{wordsOf(ride.state)}</Badge>{' '}
              {ride.endedAt !== null &&
                ride.requestedAt !== null &&
                `after ${durationText(secondsBetween(ride.requestedAt, ride.endedAt))}`}
            </Pair>
            <Pair name="Requested (UTC)">
              <When at={ride.requestedAt} />
              {ride.area !== null && `, ${ride.area}`}
            </Pair>
            <Pair name="Ride">
              <Id id={ride.rideId} />
            </Pair>
            <Pair name="Rider">{ride.riderId === null ? 'not known' : <Id id={ride.riderId} />}</Pair>
            <Pair name="Driver">{ride.driverId === null ? 'none yet' : <Id id={ride.driverId} />}</Pair>
          </>
        )}
      </dl>
      {(links.trace !== null || links.logs !== null) && (
        <p className="row">
          {links.trace !== null && (
            <a className="button" href={links.trace} target="_blank" rel="noreferrer">
              Trace
            </a>
          )}
          {links.logs !== null && (
            <a className="button" href={links.logs} target="_blank" rel="noreferrer">
              Logs
            </a>
          )}
        </p>
      )}
    </section>
  );
}

function Pair({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

import { useMemo, useState } from 'react';
import { useParams } from 'react-router';
import type { Entry, Journey as Seen, Kind } from '../api/journey.js';
import { useConsole } from '../api/use-console.js';
import { Empty } from '../parts/empty.js';
import { shortId } from '../parts/format.js';
import { Loaded } from '../parts/loaded.js';
import { Notice } from '../parts/notice.js';
import { Page } from '../parts/page.js';
import { EntryDetails } from './entry-details.js';
import { KINDS } from './entry-text.js';
import { KindFilter } from './kind-filter.js';
import { RideHead } from './ride-head.js';
import { timelineOf } from './rows.js';
import { Timeline } from './timeline.js';
import { Timescale } from './timescale.js';
import './journey.css';

/** A ride that goes on is looked at again and again. */
const LIVE_MS = 2_000;

export function Journey() {
  const { id = '' } = useParams();
  const query = useConsole<Seen>(`/journeys/${encodeURIComponent(id)}`, { every: LIVE_MS });
  return (
    <Page title={`Journey ${shortId(id)}`} about="Everything that one ride, or one request, has brought about">
      <Loaded query={query} what="The journey">
        {(journey) => (
          <>
            <RideHead journey={journey} />
            {journey.isCut && (
              <Notice tone="warn" title="It is longer than what is shown here">
                <p>The first entries are shown. The whole of it: npm run journey, or the logs.</p>
              </Notice>
            )}
            {journey.entries.length === 0 ? (
              <Empty title="Nothing is known of this id">
                It may be mistyped, or older than what the console keeps.
              </Empty>
            ) : (
              <Entries entries={journey.entries} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  const [shown, setShown] = useState<ReadonlySet<Kind>>(new Set(KINDS.map(({ kind }) => kind)));
  const [chosen, setChosen] = useState<string>();
  const timeline = useMemo(() => timelineOf(entries, shown), [entries, shown]);
  const facts = useMemo(
    () => new Map(entries.flatMap((entry) => (entry.kind === 'fact' ? [[entry.id, entry.type] as const] : []))),
    [entries],
  );
  const entry = entries.find(({ id }) => id === chosen);
  return (
    <>
      <Timescale timeline={timeline} chosen={chosen} />
      <KindFilter entries={entries} shown={shown} onChange={setShown} />
      <div className="journey">
        <Timeline timeline={timeline} chosen={chosen} onChoose={setChosen} factOf={(id) => facts.get(id)} />
        <EntryDetails entry={entry} entries={entries} onChoose={setChosen} />
      </div>
    </>
  );
}

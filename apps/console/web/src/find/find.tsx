import { useSearchParams } from 'react-router';
import type { JourneyList } from '../api/journey.js';
import { useConsole } from '../api/use-console.js';
import { Empty } from '../parts/empty.js';
import { Loaded } from '../parts/loaded.js';
import { Page } from '../parts/page.js';
import { Panel } from '../parts/panel.js';
import { JourneysTable } from './journeys-table.js';

const LIVE_MS = 3_000;
const PAGE = 50;

export function Find() {
  const [asked, setAsked] = useSearchParams();
  const text = asked.get('q') ?? '';
  const cursor = asked.get('after');
  const wish = new URLSearchParams({ limit: String(PAGE) });
  if (text !== '') wish.set('text', text);
  if (cursor !== null) wish.set('cursor', cursor);
  const query = useConsole<JourneyList>(`/journeys?${wish}`, { every: LIVE_MS });
  const older = (next: string): void => setAsked({ ...(text !== '' && { q: text }), after: next });
  return (
    <Page
      title="Rides"
      about={
        text === ''
          ? 'the newest first; search above by ride, rider, driver or correlation id'
          : `what belongs to ${text}`
      }
    >
      <Loaded query={query} what="The rides">
        {({ journeys, next }) => (
          <Panel title={text === '' ? 'Newest journeys' : 'Found'}>
            {journeys.length === 0 ? (
              <Empty title={text === '' ? 'Nothing has happened yet' : 'Nothing belongs to this id'}>
                {text === '' ? (
                  <p>
                    Make some rides: <code>npm run simulate -- --limit 50</code>
                  </p>
                ) : (
                  <p>An id, or how it begins: a ride’s, a rider’s, a driver’s, or the x-correlation-id of an answer.</p>
                )}
              </Empty>
            ) : (
              <JourneysTable journeys={journeys} />
            )}
            {next != null && (
              <div className="panel-body">
                <button onClick={() => older(next)}>Older ones</button>
              </div>
            )}
          </Panel>
        )}
      </Loaded>
    </Page>
  );
}

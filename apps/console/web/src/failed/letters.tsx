import { answerOf } from '@ride/client';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { isService } from '../api/names.js';
import { useServices } from '../api/services.js';
import { NotFound } from '../app/not-found.js';
import { Empty } from '../parts/empty.js';
import { Loaded } from '../parts/loaded.js';
import { Page } from '../parts/page.js';
import { Panel } from '../parts/panel.js';
import { FilterBar } from './filter-bar.js';
import { askedWith, wishIn, type Wish } from './filter.js';
import { LettersTable } from './letters-table.js';
import { RepairButtons } from './repair-buttons.js';
import './failed.css';

const LIVE_MS = 2_000;

/** The failed facts of one service that a filter finds, one by one. */
export function Letters() {
  const { service } = useParams();
  const [asked, setAsked] = useSearchParams();
  const wish = wishIn(asked);
  if (!isService(service)) return <NotFound />;
  const title = wish.filter.fact ?? 'Failed facts';
  return (
    <Page
      title={`${title} at ${service}`}
      about={wish.filter.handler === undefined ? undefined : `that ${wish.filter.handler} could not handle`}
      tools={wish.status === 'dead' && <RepairButtons service={service} selection={selectionOf(wish)} />}
    >
      <FilterBar withService={false} />
      <Found
        wish={{ ...wish, service }}
        before={asked.get('before')}
        onOlder={(before) => setAsked(askedWith(asked, { before }))}
      />
    </Page>
  );
}

function selectionOf({ filter }: Wish) {
  return Object.keys(filter).length === 0 ? ({ all: true } as const) : { filter };
}

interface FoundProps {
  readonly wish: Wish;
  readonly before: string | null;
  readonly onOlder: (before: string) => void;
}

function Found({ wish: { service, status, filter }, before, onOlder }: FoundProps) {
  const edges = useServices();
  const edge = edges[service ?? 'rider'];
  const query = useQuery({
    queryKey: ['letters', service, status, filter, before],
    queryFn: ({ signal }) => {
      const page = before === null ? {} : { before };
      return answerOf(edge.GET('/dead-letters', { params: { query: { ...filter, status, ...page } }, signal }));
    },
    refetchInterval: LIVE_MS,
  });
  return (
    <Loaded query={query} what="The failed facts">
      {({ letters, next }) => (
        <Panel title="One by one" hint="the newest first">
          {letters.length === 0 ? (
            <Empty title="None is left">What was here has been repaired, or the filter finds nothing.</Empty>
          ) : (
            <LettersTable service={service ?? 'rider'} letters={letters} />
          )}
          {next !== null && (
            <div className="panel-body">
              <button onClick={() => onOlder(next)}>Older ones</button>
            </div>
          )}
        </Panel>
      )}
    </Loaded>
  );
}

import { answerOf, type ServiceName } from '@ride/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { isService } from '../api/names.js';
import { useServices, type Shapes } from '../api/services.js';
import { NotFound } from '../app/not-found.js';
import { Badge } from '../parts/badge.js';
import { Data } from '../parts/data.js';
import { wordsOf } from '../parts/format.js';
import { Id } from '../parts/id.js';
import { Loaded } from '../parts/loaded.js';
import { Notice } from '../parts/notice.js';
import { Page } from '../parts/page.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { When } from '../parts/when.js';
import { ProgressView } from './progress-view.js';
import { progressOf } from './progress.js';
import './failed.css';

const LIVE_MS = 500;
const TONES = { running: 'plain', done: 'good', cancelled: 'warn' } as const;

/** How far a repair is, each half second until nothing more comes of it. */
export function RepairPage() {
  const { service, id = '' } = useParams();
  if (!isService(service)) return <NotFound />;
  return <Watched service={service} id={id} />;
}

function Watched({ service, id }: { readonly service: ServiceName; readonly id: string }) {
  const edge = useServices()[service];
  const query = useQuery({
    queryKey: ['repair', service, id],
    queryFn: ({ signal }) => answerOf(edge.GET('/dead-letters/repairs/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data !== undefined && progressOf(state.data).isOver ? false : LIVE_MS),
  });
  const cancelling = useMutation({
    mutationFn: () => answerOf(edge.POST('/dead-letters/repairs/{id}/cancel', { params: { path: { id } } })),
    onSuccess: () => query.refetch(),
  });
  const isRunning = query.data?.status === 'running';
  return (
    <Page
      title={query.data === undefined ? 'Repair' : `${wordsOf(query.data.kind)} at ${service}`}
      tools={
        <>
          {isRunning && (
            <button onClick={() => cancelling.mutate()} disabled={cancelling.isPending}>
              Cancel it
            </button>
          )}
          <Link className="button" to="/failed">
            Failed facts
          </Link>
        </>
      }
    >
      {cancelling.error !== null && <ProblemNotice title="It was not cancelled" error={cancelling.error} />}
      <Loaded query={query} what="The repair">
        {(repair) => (
          <>
            {repair.trouble !== null && (
              <Notice tone="bad" title="It could not go on at its last try">
                <p>{repair.trouble}</p>
              </Notice>
            )}
            <ProgressView repair={repair} />
            <About repair={repair} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function About({ repair }: { readonly repair: Shapes['Repair'] }) {
  const { id, status, who, at, reason, rate, limit, finishedAt, cancelledBy, filter } = repair;
  return (
    <section className="card panel-body stack" aria-label="The order">
      <dl className="facts">
        <dt>Status</dt>
        <dd>
          <Badge tone={TONES[status]}>{status}</Badge>
          {cancelledBy !== null && ` by ${cancelledBy}`}
        </dd>
        <dt>Ordered</dt>
        <dd>
          <When at={at} /> UTC by <code>{who}</code>
        </dd>
        <dt>Why</dt>
        <dd>{reason ?? 'not told'}</dd>
        <dt>How</dt>
        <dd>
          {rate === null ? 'as fast as it goes' : `${rate} facts per second`}
          {limit !== null && `, at most ${limit}`}
        </dd>
        <dt>Finished</dt>
        <dd>{finishedAt === null ? 'not yet' : <When at={finishedAt} />}</dd>
        <dt>Repair</dt>
        <dd>
          <Id id={id} />
        </dd>
      </dl>
      <Data value={filter} label="Which facts, as it was asked for" />
    </section>
  );
}

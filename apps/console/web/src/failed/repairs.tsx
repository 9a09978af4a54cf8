import { answerOf, services, type ServiceName } from '@ride/client';
import { useQueries } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useServices, type Shapes } from '../api/services.js';
import { Badge, ServiceName as Named } from '../parts/badge.js';
import { Empty } from '../parts/empty.js';
import { numberText, wordsOf } from '../parts/format.js';
import { Page } from '../parts/page.js';
import { Panel } from '../parts/panel.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { Waiting } from '../parts/waiting.js';
import { When } from '../parts/when.js';
import { progressOf } from './progress.js';

const LIVE_MS = 2_000;
const MOST = 50;
const TONES = { running: 'plain', done: 'good', cancelled: 'warn' } as const;

/** Who did what to failed facts, when and why: of all services, the latest first. */
export function Repairs() {
  const edges = useServices();
  const results = useQueries({
    queries: services.map((name) => ({
      queryKey: ['repairs', name],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        answerOf(edges[name].GET('/dead-letters/repairs', { params: { query: { limit: MOST } }, signal })),
      refetchInterval: LIVE_MS,
    })),
  });
  const all = services
    .flatMap((service, i) => (results[i]?.data?.repairs ?? []).map((repair) => ({ service, repair })))
    .toSorted((a, b) => Date.parse(b.repair.at) - Date.parse(a.repair.at));
  const isWaiting = results.some(({ isPending }) => isPending);
  return (
    <Page
      title="Repairs"
      about="who did what to failed facts, when and why"
      tools={
        <Link className="button" to="/failed">
          Failed facts
        </Link>
      }
    >
      {services.map((name, i) => {
        const error = results[i]?.error ?? null;
        return error === null ? null : <ProblemNotice key={name} title={`${name} can’t be asked`} error={error} />;
      })}
      <Panel title="Latest first" hint={`at most ${MOST} of each service`}>
        {all.length > 0 ? (
          <Table all={all} />
        ) : isWaiting ? (
          <Waiting />
        ) : (
          <Empty title="Nothing has been repaired yet" />
        )}
      </Panel>
    </Page>
  );
}

interface Row {
  readonly service: ServiceName;
  readonly repair: Shapes['Repair'];
}

function Table({ all }: { readonly all: readonly Row[] }) {
  return (
    <div className="scroll">
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">Repair</th>
            <th scope="col">Service</th>
            <th scope="col">Status</th>
            <th scope="col" className="number">
              Facts
            </th>
            <th scope="col">What came of it</th>
            <th scope="col">Who and why</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ service, repair }) => (
            <tr key={repair.id}>
              <th scope="row">
                <Link to={`/failed/${service}/repairs/${repair.id}`}>
                  {wordsOf(repair.kind)} of <When at={repair.at} />
                </Link>
              </th>
              <td>
                <Named name={service} />
              </td>
              <td>
                <Badge tone={TONES[repair.status]}>{repair.status}</Badge>
              </td>
              <td className="number" data-label="facts">
                {numberText(repair.done)} of {numberText(repair.total)}
              </td>
              <td className="wide">{progressOf(repair).text}</td>
              <td className="wide">
                {repair.reason ?? 'no reason told'} <code>{repair.who}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { answerOf, type ServiceName } from '@ride/client';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { isService } from '../api/names.js';
import { useServices, type Shapes } from '../api/services.js';
import { NotFound } from '../app/not-found.js';
import { Loaded } from '../parts/loaded.js';
import { Page } from '../parts/page.js';
import { Panel } from '../parts/panel.js';
import { EditButton } from './edit-button.js';
import { LetterAbout } from './letter-about.js';
import { LetterHistory } from './letter-history.js';
import { LetterValue } from './letter-value.js';
import { RepairButtons } from './repair-buttons.js';
import './failed.css';

const LIVE_MS = 3_000;

/** One failed fact: why, what it says, what was tried and done about it. */
export function Letter() {
  const { service, id = '' } = useParams();
  return isService(service) ? <Shown service={service} id={id} /> : <NotFound />;
}

function Shown({ service, id }: { readonly service: ServiceName; readonly id: string }) {
  const edge = useServices()[service];
  const query = useQuery({
    queryKey: ['letter', service, id],
    queryFn: ({ signal }) => answerOf(edge.GET('/dead-letters/{id}', { params: { path: { id } }, signal })),
    refetchInterval: LIVE_MS,
  });
  const letter = query.data;
  return (
    <Page
      title={`${letter?.fact || 'Failed fact'} #${id} at ${service}`}
      tools={letter?.status === 'dead' && <Tools service={service} letter={letter} />}
    >
      <Loaded query={query} what="The failed fact">
        {(known) => (
          <>
            <LetterAbout letter={known} service={service} />
            <div className="columns">
              <LetterValue letter={known} />
              <div className="stack">
                <Panel title="History" hint="UTC">
                  <LetterHistory letter={known} service={service} />
                </Panel>
                <Panel title="Headers">
                  <dl className="facts panel-body">
                    {known.headers.map(({ name, value }, i) => (
                      <div key={i} className="contents">
                        <dt className="mono">{name}</dt>
                        <dd className="mono">{value}</dd>
                      </div>
                    ))}
                  </dl>
                </Panel>
              </div>
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Tools({ service, letter }: { readonly service: ServiceName; readonly letter: Shapes['DeadLetter'] }) {
  return (
    <>
      <RepairButtons service={service} selection={{ ids: [letter.id] }} />
      <EditButton service={service} letter={letter} />
    </>
  );
}

import { ServiceName } from '../parts/badge.js';
import { Empty } from '../parts/empty.js';
import { count } from '../parts/format.js';
import { Panel } from '../parts/panel.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { breakText, type Break, type Broken } from './breaks-api.js';
import { useBreaking } from './use-breaks.js';

/** All that is broken now, each with what mends it. */
export function BrokenList({ known }: { readonly known: readonly Broken[] }) {
  const isWhole = known.every(({ list }) => list.breaks.length + list.paused.length === 0);
  return (
    <Panel title="Broken now">
      {isWhole ? (
        <Empty title="Nothing is broken">Break something below, and watch the overview.</Empty>
      ) : (
        <ul className="broken">
          {known.flatMap(({ service, list }) => [
            ...list.breaks.map((each) => <OneBreak key={each.breakId} service={service} made={each} />),
            ...list.paused.map((name) => <OnePause key={`paused ${name}`} service={service} name={name} />),
          ])}
        </ul>
      )}
    </Panel>
  );
}

function OneBreak({ service, made }: { readonly service: Broken['service']; readonly made: Break }) {
  const { mutate, isPending, error } = useBreaking(service);
  return (
    <li>
      <ServiceName name={service} />
      <span className="broken-text">
        {breakText(made)} <span className="hint">{count(made.hits, 'hit')}</span>
      </span>
      <button disabled={isPending} onClick={() => mutate({ method: 'DELETE', path: `/${made.breakId}` })}>
        Mend {made.handler}
      </button>
      {error !== null && <ProblemNotice title="It was not mended" error={error} />}
    </li>
  );
}

function OnePause({ service, name }: { readonly service: Broken['service']; readonly name: string }) {
  const { mutate, isPending, error } = useBreaking(service);
  return (
    <li>
      <ServiceName name={service} />
      <span className="broken-text">{name} is paused: it hears nothing</span>
      <button
        disabled={isPending}
        onClick={() => mutate({ method: 'DELETE', path: `/paused/${encodeURIComponent(name)}` })}
      >
        Let {name} go on
      </button>
      {error !== null && <ProblemNotice title="It still hears nothing" error={error} />}
    </li>
  );
}

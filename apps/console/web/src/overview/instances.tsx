import type { InstanceSeen } from '../api/overview.js';
import { bytesText, count, durationText, secondsBetween } from '../parts/format.js';
import { When } from '../parts/when.js';

/** How many, and on demand each with what it has said of itself. */
export function Instances({ instances }: { readonly instances: readonly InstanceSeen[] }) {
  if (instances.length === 0) return <span className="muted">none</span>;
  return (
    <details>
      <summary>{count(instances.length, 'instance')}</summary>
      <ul className="stack inset">
        {instances.map((each) => (
          <li key={each.instance}>
            <Instance {...each} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Instance({
  instance,
  host,
  pid,
  version,
  startedAt,
  reportedAt,
  state,
  troubles,
  eventLoopMs,
  rssBytes,
}: InstanceSeen) {
  return (
    <dl className="facts">
      <dt>Instance</dt>
      <dd className="mono">{instance}</dd>
      <dt>State</dt>
      <dd>{state}</dd>
      <dt>Where</dt>
      <dd>
        {host}, process {pid}, version {version}
      </dd>
      <dt>Runs for</dt>
      <dd>{durationText(Math.max(0, secondsBetween(startedAt, reportedAt)))}</dd>
      <dt>Reported</dt>
      <dd>
        <When at={reportedAt} />
      </dd>
      <dt>Event loop</dt>
      <dd className="number">{eventLoopMs.toFixed(1)} ms late</dd>
      <dt>Memory</dt>
      <dd className="number">{bytesText(rssBytes)}</dd>
      {troubles.map(({ code, message }) => (
        <div key={code} className="contents">
          <dt>Trouble</dt>
          <dd>
            {message} <code>{code}</code>
          </dd>
        </div>
      ))}
    </dl>
  );
}

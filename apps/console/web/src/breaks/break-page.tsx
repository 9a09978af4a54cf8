import { useConfig } from '../app/config-gate.js';
import { Notice } from '../parts/notice.js';
import { Page } from '../parts/page.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { Waiting } from '../parts/waiting.js';
import { BrokenList } from './broken-list.js';
import { BrokerPanel } from './broker-panel.js';
import { HandlerPanel } from './handler-panel.js';
import { PausePanel } from './pause-panel.js';
import { PoisonPanel } from './poison-panel.js';
import { useBreaks } from './use-breaks.js';
import './breaks.css';

/** Switches that make the local stack fail, to see what becomes of it. */
export function BreakPage() {
  const { faultsUrl } = useConfig();
  const found = useBreaks();
  const known = found.flatMap(({ name, result }) =>
    result?.data === undefined ? [] : [{ service: name, list: result.data }],
  );
  return (
    <Page title="Break it" about="on purpose, to see what becomes of it, and to repair it">
      {faultsUrl === null && (
        <Notice tone="plain" title="This is no local stack">
          <p>What can be broken is broken only where RIDE_BREAKS is on: on a developer’s own machine.</p>
        </Notice>
      )}
      {found.map(({ name, result }) =>
        result?.error == null ? null : (
          <ProblemNotice
            key={name}
            title={`${name} can’t be asked`}
            error={result.error}
            onRetry={() => void result.refetch()}
          />
        ),
      )}
      {known.length === 0 ? (
        found.some(({ result }) => result?.isPending) && <Waiting />
      ) : (
        <>
          <BrokenList known={known} />
          <div className="columns">
            <HandlerPanel known={known} />
            <PausePanel known={known} />
            <PoisonPanel known={known} />
            {faultsUrl !== null && <BrokerPanel />}
          </div>
        </>
      )}
    </Page>
  );
}

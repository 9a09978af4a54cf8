import { Link, useSearchParams } from 'react-router';
import { Empty } from '../parts/empty.js';
import { count } from '../parts/format.js';
import { Page } from '../parts/page.js';
import { Panel } from '../parts/panel.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { Waiting } from '../parts/waiting.js';
import { FilterBar } from './filter-bar.js';
import { wishIn } from './filter.js';
import { GroupsTable } from './groups-table.js';
import { groupsOf } from './groups.js';
import { useGroups } from './use-groups.js';
import './failed.css';

export function Failed() {
  const [asked] = useSearchParams();
  const wish = wishIn(asked);
  const found = useGroups(wish);
  const groups = groupsOf(found.map(({ name, result }) => [name, result?.data]));
  const isWaiting = found.some(({ result }) => result?.isPending);
  const total = groups.reduce((sum, { group }) => sum + group.count, 0);
  return (
    <Page
      title="Failed facts"
      about="what a service could not handle, by what went wrong"
      tools={
        <Link className="button" to="/failed/repairs">
          Repairs
        </Link>
      }
    >
      <FilterBar />
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
      <Panel
        title={wish.status === 'dead' ? 'Groups' : `Groups, ${wish.status}`}
        hint={isWaiting ? undefined : count(total, 'fact')}
      >
        {groups.length > 0 ? (
          <GroupsTable groups={groups} status={wish.status} />
        ) : isWaiting ? (
          <Waiting />
        ) : (
          <Empty title="Nothing has failed">
            {Object.keys(wish.filter).length > 0
              ? 'At least nothing that this filter finds.'
              : 'Every fact was handled.'}
          </Empty>
        )}
      </Panel>
    </Page>
  );
}

import type { UseQueryResult } from '@tanstack/react-query';
import type { RidesByState } from '../api/overview.js';
import { Bars } from '../parts/bars.js';
import { durationText, secondsBetween, wordsOf } from '../parts/format.js';
import { Loaded } from '../parts/loaded.js';
import { Panel } from '../parts/panel.js';

export function RidesPanel({ query }: { readonly query: UseQueryResult<RidesByState> }) {
  return (
    <Loaded query={query} what="Rides by state">
      {({ states, outcomesLastHour }) => (
        <div className="columns">
          <Panel title="Rides by state" hint="beside: since when the oldest">
            <div className="panel-body">
              <Bars
                none="No ride yet. Make some: npm run simulate -- --limit 50"
                bars={states.map(({ state, rides, oldestAt }) => ({
                  name: wordsOf(state),
                  value: rides,
                  ...(oldestAt !== null && { hint: ageText(oldestAt) }),
                }))}
              />
            </div>
          </Panel>
          <Panel title="Ended in the last hour">
            <div className="panel-body">
              <Bars
                none="No ride has ended in the last hour."
                bars={outcomesLastHour.map(({ outcome, rides }) => ({ name: wordsOf(outcome), value: rides }))}
              />
            </div>
          </Panel>
        </div>
      )}
    </Loaded>
  );
}

function ageText(since: string): string {
  return durationText(Math.max(0, secondsBetween(since, new Date().toISOString())));
}

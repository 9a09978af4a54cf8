import type { Overview as Seen, RidesByState } from '../api/overview.js';
import { useConsole } from '../api/use-console.js';
import { Loaded } from '../parts/loaded.js';
import { Page } from '../parts/page.js';
import { When } from '../parts/when.js';
import { AttentionList } from './attention-list.js';
import { RidesPanel } from './rides-panel.js';
import { ServicesTable } from './services-table.js';
import { SubscriptionsTable } from './subscriptions-table.js';
import { Tiles } from './tiles.js';

const EACH_SECOND = 1_000;
const RIDES_MS = 2_000;

export function Overview() {
  const seen = useConsole<Seen>('/overview', { every: EACH_SECOND });
  const rides = useConsole<RidesByState>('/rides/by-state', { every: RIDES_MS });
  const as = seen.data && (
    <>
      as of <When at={seen.data.at} clock /> UTC
    </>
  );
  return (
    <Page title="Overview" about={as}>
      <Loaded query={seen} what="The overview">
        {(overview) => (
          <>
            <Tiles overview={overview} rides={rides.data} />
            <AttentionList overview={overview} />
            <ServicesTable services={overview.services} />
            <SubscriptionsTable subscriptions={overview.subscriptions} />
          </>
        )}
      </Loaded>
      <RidesPanel query={rides} />
    </Page>
  );
}

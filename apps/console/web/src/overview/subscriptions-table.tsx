import type { SubscriptionSeen } from '../api/overview.js';
import { Badge, ServiceName } from '../parts/badge.js';
import { lagText, numberText } from '../parts/format.js';
import type { Tone } from '../parts/notice.js';
import { Panel } from '../parts/panel.js';
import { Sparkline } from '../parts/sparkline.js';
import { LATE_SECONDS } from './attention.js';
import { Partitions } from './partitions.js';

const TONES: Readonly<Record<SubscriptionSeen['state'], Tone>> = {
  moving: 'good',
  idle: 'plain',
  stuck: 'bad',
  nobody: 'bad',
};

export function SubscriptionsTable({ subscriptions }: { readonly subscriptions: readonly SubscriptionSeen[] }) {
  return (
    <Panel
      title="Subscriptions"
      hint="how long ago the oldest fact was said that is not handled yet; trend of ten minutes"
    >
      <div className="scroll">
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">Subscription</th>
              <th scope="col">State</th>
              <th scope="col">Service</th>
              <th scope="col" className="number">
                Lag
              </th>
              <th scope="col">Trend</th>
              <th scope="col" className="number">
                Facts behind
              </th>
              <th scope="col">Partitions</th>
            </tr>
          </thead>
          <tbody>
            {subscriptions.map((each) => (
              <Row key={each.group} {...each} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Row(seen: SubscriptionSeen) {
  const { subscription, service, state, lagSeconds, lagRecords, trend } = seen;
  const isLate = (lagSeconds ?? 0) > LATE_SECONDS;
  return (
    <tr>
      <th scope="row">{subscription}</th>
      <td>
        <Badge tone={TONES[state]}>{state}</Badge>
      </td>
      <td>
        <ServiceName name={service} />
      </td>
      <td className="number" data-label="lag">
        {lagText(lagSeconds)}
      </td>
      <td className="wide">
        <Sparkline values={trend.map((point) => point.lagSeconds)} tone={isLate ? 'warn' : 'plain'} />
      </td>
      <td className="number" data-label="behind">
        {numberText(lagRecords)}
      </td>
      <td className="wide">
        <Partitions {...seen} />
      </td>
    </tr>
  );
}

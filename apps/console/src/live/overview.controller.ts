import { Controller, Get } from '@nestjs/common';
import { Allow, Operation, Tag } from '@ride/http';
import type { GroupLag } from '@ride/messaging';
import { Instances } from './instances.js';
import { Overview } from './overview.shapes.js';
import { Watching } from './watching.js';

@Tag('live', 'For operators: what goes on now')
@Controller('overview')
@Allow('operator')
export class OverviewController {
  constructor(
    private readonly instances: Instances,
    private readonly watching: Watching,
  ) {}

  @Get()
  @Operation({
    id: 'getOverview',
    summary: 'Which instances live and how they are, and how far each subscription is behind',
    description: 'May be asked each second: it is answered from memory.',
    answers: { 200: { description: 'every service and every consumer group', body: Overview } },
  })
  show() {
    const { at, groups } = this.watching.lags;
    const now = Date.now();
    const since = (now - (at ?? now)) / 1_000;
    return {
      at: timeOf(now),
      lagAt: at === null ? null : timeOf(at),
      services: this.instances.services(),
      subscriptions: groups
        .map((group) => shown(group, since))
        .toSorted((a, b) => (a.subscription < b.subscription ? -1 : 1)),
    };
  }
}

const timeOf = (at: number): string => new Date(at).toISOString();

/** What waits has grown older since it was looked, so many seconds ago. */
const shown = ({ trend, partitions, ...group }: GroupLag, since: number) => ({
  ...aged(group, since),
  partitions: partitions.map((one) => aged(one, since)),
  trend: trend.map(({ at, ...point }) => ({ at: timeOf(at), ...point })),
});

const aged = <L extends Pick<GroupLag, 'lagRecords' | 'lagSeconds'>>(lag: L, since: number): L =>
  lag.lagRecords === 0 ? lag : { ...lag, lagSeconds: lag.lagSeconds + since };

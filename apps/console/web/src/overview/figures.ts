import type { Overview, RidesByState } from '../api/overview.js';
import type { Tone } from '../parts/notice.js';
import { LATE_SECONDS } from './attention.js';

/** States of a ride that has ended. */
const ENDED = new Set(['completed', 'cancelled', 'unfulfilled', 'ended']);

export interface Figures {
  readonly services: number;
  readonly ready: number;
  readonly behind: { readonly who: string | undefined; readonly seconds: number | null; readonly tone: Tone };
  readonly dead: number;
  readonly waiting: number;
  readonly outbox: number;
  readonly underway: number | undefined;
}

/** The overview in a few numbers. */
export function figuresOf({ services, subscriptions }: Overview, rides: RidesByState | undefined): Figures {
  const last = subscriptions.toSorted((a, b) => (b.lagSeconds ?? 0) - (a.lagSeconds ?? 0))[0];
  const seconds = last?.lagSeconds ?? 0;
  const sum = (of: (service: Overview['services'][number]) => number) =>
    services.reduce((all, each) => all + of(each), 0);
  return {
    services: services.length,
    ready: services.filter(({ state }) => state === 'ready').length,
    behind: {
      who: seconds > 0 ? last?.subscription : undefined,
      seconds,
      tone: seconds > LATE_SECONDS ? 'warn' : 'plain',
    },
    dead: sum(({ failed }) => failed.dead),
    waiting: sum(({ failed }) => failed.waiting),
    outbox: sum(({ outbox }) => outbox.waiting),
    underway: rides?.states.filter(({ state }) => !ENDED.has(state)).reduce((all, { rides: n }) => all + n, 0),
  };
}

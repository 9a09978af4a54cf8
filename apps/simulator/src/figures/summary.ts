import type { Outcome } from '../api/shapes.js';
import type { Traffic } from '../api/api.js';
import type { Reconciliation } from '../reconciliation/reconcile.js';
import type { RideRecord } from '../run/ride-book.js';
import type { Story } from './story.js';
import { percentiles, type Percentiles } from './percentiles.js';

export interface Facts {
  readonly count: number;
  /** Rides whose history was asked for; the count is scaled up when these are not all. */
  readonly ofRides: number;
  readonly perSecond: number;
  /** Of the rides whose history was asked for. */
  readonly story: Story;
}

/** What a run came to. Waits are milliseconds of wall-clock time unless named otherwise; money is minor units. */
export interface Summary {
  readonly trips: number;
  readonly speed: number;
  readonly drivers: number;
  readonly seconds: number;
  readonly rides: Readonly<Record<Outcome | 'unended', number>>;
  readonly receipts: { readonly count: number; readonly minor: Readonly<Record<string, number>> };
  readonly waits: {
    readonly offer: Percentiles | undefined;
    readonly offerDriverNear: Percentiles | undefined;
    readonly booking: Percentiles | undefined;
    readonly pickup: Percentiles | undefined;
    readonly pickupSimulatedSeconds: Percentiles | undefined;
  };
  readonly rideRequestsPerSecond: number;
  readonly httpRequests: { readonly count: number; readonly repeats: number; readonly perSecond: number };
  readonly positions: number;
  readonly facts: Facts;
  readonly failures: Readonly<Record<string, number>>;
  readonly reconciliation: Reconciliation;
}

interface Run {
  readonly trips: number;
  readonly speed: number;
  readonly drivers: number;
  readonly seconds: number;
  /** How long the requests themselves took to come, in seconds. */
  readonly arrivalSeconds: number;
  readonly rides: readonly RideRecord[];
  readonly traffic: Traffic;
  readonly positions: number;
  readonly facts: Facts;
  readonly failures: Readonly<Record<string, number>>;
  readonly reconciliation: Reconciliation;
}

export function summaryOf(run: Run): Summary {
  const { rides, speed, traffic, seconds } = run;
  const { trips, drivers, positions, facts, failures, reconciliation } = run;
  const pickups = waits(rides, 'aboardAt');
  return {
    trips,
    speed,
    drivers,
    seconds,
    rides: byOutcome(rides),
    receipts: receiptsOf(rides),
    waits: {
      offer: percentiles(waits(rides, 'offeredAt')),
      offerDriverNear: percentiles(
        waits(
          rides.filter(({ driverNear }) => driverNear),
          'offeredAt',
        ),
      ),
      booking: percentiles(waits(rides, 'bookedAt')),
      pickup: percentiles(pickups),
      pickupSimulatedSeconds: percentiles(pickups.map((ms) => (ms / 1000) * speed)),
    },
    rideRequestsPerSecond: rides.length / Math.max(run.arrivalSeconds, 0.001),
    httpRequests: { count: traffic.requests, repeats: traffic.repeats, perSecond: traffic.requests / seconds },
    positions,
    facts,
    failures,
    reconciliation,
  };
}

function waits(rides: readonly RideRecord[], until: 'offeredAt' | 'bookedAt' | 'aboardAt'): number[] {
  return rides.flatMap((ride) => {
    const at = ride[until];
    return at === undefined ? [] : [at - ride.requestedAt];
  });
}

function byOutcome(rides: readonly RideRecord[]): Summary['rides'] {
  const counts = { completed: 0, cancelled: 0, unfulfilled: 0, unended: 0 };
  for (const { outcome } of rides) counts[outcome ?? 'unended'] += 1;
  return counts;
}

function receiptsOf(rides: readonly RideRecord[]): Summary['receipts'] {
  const minor: Record<string, number> = {};
  const paid = rides.flatMap(({ outcome, toPay }) => (outcome === 'completed' && toPay !== undefined ? [toPay] : []));
  for (const fare of paid) minor[fare.currency] = (minor[fare.currency] ?? 0) + fare.minor;
  return { count: paid.length, minor };
}

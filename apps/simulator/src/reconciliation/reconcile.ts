import { setTimeout as sleep } from 'node:timers/promises';
import { answerOf } from '@ride/client';
import { anyOf, SERVICES, type ServiceName } from '../api/api.js';
import type { Person } from '../people/person.js';
import { pieces } from '../run/many.js';
import { deliveries, undelivered, type Deliveries } from './deliveries.js';
import { disagreementOn, type Answers, type Disagreement, type Said, type Seen } from './verdict.js';

export interface Reconciliation {
  readonly rides: number;
  readonly reconciled: number;
  readonly disagreements: readonly Disagreement[];
  readonly undelivered: readonly string[];
  readonly ok: boolean;
}

interface Asking {
  readonly operator: Person;
  readonly before: Deliveries;
  /** Told each time something changed. */
  readonly progress: (open: number, undelivered: readonly string[]) => void;
  readonly signal: AbortSignal;
}

/** As many rides as an operator may ask about at once. */
const AT_ONCE = 1000;
const LOOK_MS = 500;
/** The services are given up on when nothing has changed for this long. */
const STILL_MS = 45_000;

/** Asks all five services how each ride ended and what is left to deliver, until all is settled or nothing moves any more. */
export async function reconcile(rides: readonly Seen[], asking: Asking): Promise<Reconciliation> {
  let open = rides;
  let last = '';
  let changedAt = performance.now();
  for (;;) {
    const left = undelivered(await deliveries(asking.operator), asking.before);
    let disagreements = await disagreementsOn(open, asking);
    // What agreed long ago may have ended once more since: the last look is at all.
    if (disagreements.length === 0 && left.length === 0) disagreements = await disagreementsOn(rides, asking);
    const unsettled = new Set(disagreements.map(({ rideId }) => rideId));
    open = rides.filter(({ rideId }) => unsettled.has(rideId));
    const isSettled = open.length === 0 && left.length === 0;
    const state = JSON.stringify([disagreements, left]);
    if (!isSettled && state !== last) {
      last = state;
      changedAt = performance.now();
      asking.progress(open.length, left);
    }
    if (isSettled || asking.signal.aborted || performance.now() - changedAt > STILL_MS) {
      const reconciled = rides.length - open.length;
      return { rides: rides.length, reconciled, disagreements, undelivered: left, ok: isSettled };
    }
    await sleep(LOOK_MS);
  }
}

async function disagreementsOn(rides: readonly Seen[], { operator }: Asking): Promise<readonly Disagreement[]> {
  const found: Disagreement[] = [];
  for (const some of pieces(rides, AT_ONCE)) {
    const rideIds = some.map(({ rideId }) => rideId);
    const said = await Promise.all(SERVICES.map((service) => saidBy(operator, service, rideIds)));
    for (const ride of some) {
      const answers = Object.fromEntries(SERVICES.map((service, n) => [service, said[n]?.get(ride.rideId)]));
      const disagreement = disagreementOn(ride, answers as Answers);
      if (disagreement !== undefined) found.push(disagreement);
    }
  }
  return found;
}

async function saidBy(
  { apps }: Person,
  service: ServiceName,
  rideIds: readonly string[],
): Promise<ReadonlyMap<string, Said>> {
  const outcomes = await answerOf(
    anyOf(apps, service).POST('/operations/outcomes', { body: { rideIds: [...rideIds] } }),
  );
  return new Map(outcomes.map(({ rideId, ...said }) => [rideId, said]));
}

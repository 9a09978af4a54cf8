import { setTimeout as sleep } from 'node:timers/promises';
import { answerOf } from '@ride/client';
import { settings } from '@ride/configuration';
import type { Status } from '../api/shapes.js';
import { codeOf, type World } from '../run/world.js';
import type { RiderFate } from './fates.js';
import type { Person } from './person.js';
import type { RideWatch } from './ride-watch.js';

/** Who changes their mind while they wait for an offer does it within this time: offers come at once. */
const SECOND_THOUGHTS_MS = 1_000;
/** Simulated: as long as drivers often take to the pickup. */
const ON_THE_WAY_SECONDS = 300;

const AT_THE_PICKUP = new Set<Status>(['arrived', 'aboard']);
const BOOKED = new Set<Status>(['booked', ...AT_THE_PICKUP]);

interface Whose {
  readonly person: Person;
  readonly watch: RideWatch;
  readonly world: World;
}

/** Whether a rider still wants the ride and comes to the pickup, as fate has it. */
export class Mind {
  constructor(
    private readonly fate: RiderFate,
    private readonly of: Whose,
  ) {}

  /** Tells the driver the PIN, once the rider's app shows that driver; never, if the rider does not come. */
  readonly tellPin = (driverId: string, signal: AbortSignal): Promise<string> => {
    const { fate } = this;
    const comes = fate.does === 'ride' || (fate.does === 'cancel' && fate.once !== 'arrived');
    return comes ? this.of.watch.pin(driverId, signal) : never(signal);
  };

  /** Cancels the ride when its time has come, until the signal ends it. Never throws: failures are counted. */
  async change(rideId: string, signal: AbortSignal): Promise<void> {
    const { fate } = this;
    if (fate.does !== 'cancel') return;
    const { watch, world, person } = this.of;
    try {
      if (!(await watch.comesTo((status) => fate.once === 'requested' || stages[fate.once].has(status), signal)))
        return;
      await sleep(fate.share * this.#usualMs(fate.once), undefined, { signal });
      const params = { path: { rideId } };
      const body = { reason: 'changed_plans' };
      await answerOf(person.apps.rider.POST('/rides/{rideId}/cancellation', { params, body, signal }));
    } catch (error) {
      if (!signal.aborted) world.tally.fail(`rider's cancellation: ${codeOf(error)}`);
    }
  }

  #usualMs(once: 'requested' | 'booked' | 'arrived'): number {
    switch (once) {
      case 'requested':
        return SECOND_THOUGHTS_MS;
      case 'booked':
        return (ON_THE_WAY_SECONDS * 1000) / this.of.world.speed;
      case 'arrived':
        return settings().rules.waitingMs;
    }
  }
}

const stages = { booked: BOOKED, arrived: AT_THE_PICKUP };

function never(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

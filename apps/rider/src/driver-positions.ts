import { Injectable } from '@nestjs/common';
import { settings } from '@ride/configuration';
import type { DriverMoved } from '@ride/events';
import { LiveUpdates } from '@ride/http';
import { UnitOfWork } from '@ride/messaging';
import { newestOf, whereaboutsFor, type Whereabouts } from './driver-position.js';
import { driverOf } from './ride-view.js';
import { isLive } from './ride.state.js';
import { ridesDrivenBy, type KnownRide } from './rides.js';

const MOVED = 'driver.moved';

/** Where the drivers of live rides are right now: for their riders only, kept in Redis as long as it is fresh, nowhere else. */
@Injectable()
export class DriverPositions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly live: LiveUpdates,
  ) {}

  /** Shows the newest of each driver to the rider whose ride they drive; what is no longer fresh, and everybody else's, is dropped. */
  async show(moves: readonly DriverMoved[]): Promise<void> {
    const { positionFreshMs } = settings().rules;
    const newest = newestOf(moves, Date.now() - positionFreshMs);
    if (newest.size === 0) return;
    const driven = await ridesDrivenBy(this.work, [...newest.keys()]);
    await Promise.all(
      driven.map(async ({ rideId, state }) => {
        const { driverId } = state.booking;
        const moved = newest.get(driverId);
        if (moved === undefined) return;
        const data = { rideId, driverId, ...whereaboutsFor(state, moved) };
        const glimpse = { of: `${rideId}:${driverId}`, type: MOVED, data, time: moved.time };
        await this.live.glimpse(state.riderId, glimpse, positionFreshMs);
      }),
    );
  }

  /** The last one shown of the ride's driver, while it is fresh and the ride goes on. */
  async of({ rideId, state }: KnownRide): Promise<Whereabouts | undefined> {
    const driverId = driverOf(state);
    if (driverId === undefined || !isLive(state)) return undefined;
    return (await this.live.newest(MOVED, `${rideId}:${driverId}`)) as Whereabouts | undefined;
  }
}

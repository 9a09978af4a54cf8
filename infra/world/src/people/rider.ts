import { RideRow, type Ride } from '@ride/rider/parts';
import type { Place } from '@ride/geo';
import type { World } from '../world.js';
import { Person } from './person.js';

export class Rider extends Person {
  /** Ids of the rides asked for, in this order. */
  readonly rides: string[] = [];

  constructor(world: World, id: string, name: string) {
    super(world, id, name, 'rider');
  }

  async register(): Promise<void> {
    const { rider } = this.world;
    await this.ask(rider, 'to be known', (caller) => rider.profiles.change(caller, { name: this.name }));
  }

  async request(pickup: Place, dropoff: Place): Promise<void> {
    const { rider } = this.world;
    const answer = await this.ask(rider, 'for a ride', (caller, once) =>
      rider.rides.request(caller, once, { pickup, dropoff, vehicleClass: 'standard' }),
    );
    if (answer) this.rides.push(answer.rideId);
  }

  async cancel(rideId: string): Promise<void> {
    const { rider } = this.world;
    await this.ask(rider, `to cancel ${rideId}`, (caller, once) => rider.rides.cancel(caller, once, rideId, {}));
  }

  /** By what the rider sees. */
  isOver(rideId: string): boolean {
    return ['completed', 'cancelled', 'unfulfilled'].includes(this.view(rideId).is);
  }

  async rate(rideId: string, stars: number): Promise<void> {
    const { rider } = this.world;
    await this.ask(rider, `to rate ${rideId}`, (caller, once) =>
      rider.ratings.rate(caller, once, rideId, { stars, comment: undefined }),
    );
  }

  /** The ride as the rider's service knows it. */
  view(rideId: string): Ride {
    return this.world.rider.tables.get(RideRow, rideId)?.state ?? { is: 'unknown' };
  }
}

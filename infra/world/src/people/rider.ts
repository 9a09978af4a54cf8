import { FareEstimateRow, RideRow, type Ride } from '@ride/rider/parts';
import type { Money } from '@ride/fares';
import type { Place } from '@ride/geo';
import type { FastifyReply } from 'fastify';
import type { World } from '../world.js';
import { Person } from './person.js';

export class Rider extends Person {
  /** Ids of the rides asked for, in this order. */
  readonly rides: string[] = [];
  /** The prices of those that were asked for by a fare estimate, as it told them. */
  readonly told = new Map<string, Money>();

  constructor(world: World, id: string, name: string) {
    super(world, id, name, 'rider');
  }

  async register(): Promise<void> {
    const { rider } = this.world;
    await this.ask(rider, 'to be known', (caller) => rider.profiles.change(caller, { name: this.name }));
  }

  /** `told`: by an estimate with so many times the tariff's price, as if that had changed since; 0: without one. */
  async request(pickup: Place, dropoff: Place, told = 0): Promise<void> {
    const { rider } = this.world;
    const estimate = told > 0 ? await this.#estimated(pickup, dropoff, told) : undefined;
    const wish = { pickup, dropoff, vehicleClass: 'standard', fareEstimateId: estimate?.id } as const;
    const answer = await this.ask(rider, 'for a ride', (caller, once) => rider.rides.request(caller, once, wish));
    if (answer === undefined) return;
    this.rides.push(answer.rideId);
    if (estimate) this.told.set(answer.rideId, estimate.fare);
  }

  async #estimated(pickup: Place, dropoff: Place, times: number) {
    const { rider } = this.world;
    const answer = await this.ask(rider, 'what it costs', (caller) =>
      rider.estimates.estimate(caller, { pickup, dropoff, vehicleClass: 'standard' }, NO_REPLY),
    );
    const id = answer!.fareEstimateId;
    const row = rider.tables.get(FareEstimateRow, id)!;
    const [option] = row.estimate.options;
    const fare = { ...option!.fare, minor: times * option!.fare.minor };
    const estimate = { ...row.estimate, options: [{ ...option!, fare }] };
    rider.tables.write(FareEstimateRow, id, { ...row, estimate });
    return { id, fare };
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

const NO_REPLY = { header: () => NO_REPLY } as unknown as FastifyReply;

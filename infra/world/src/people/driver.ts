import { settings } from '@ride/configuration';
import { ShiftRow, TripRow, tripViewOf, type Shift } from '@ride/driver/parts';
import { LiveUpdateRow, pinOf } from '@ride/http';
import type { Place } from '@ride/geo';
import type { World } from '../world.js';
import { Person } from './person.js';

/** An offer as it came to the driver's screen. */
export interface SeenOffer {
  readonly offerId: string;
  readonly rideId: string;
}

export class Driver extends Person {
  constructor(
    world: World,
    id: string,
    name: string,
    public place: Place,
  ) {
    super(world, id, name, 'driver');
  }

  /** All offers that have come to their screen, the oldest first. */
  get offers(): readonly SeenOffer[] {
    return this.world.driver.tables
      .all(LiveUpdateRow)
      .filter(({ person, type }) => person === this.id && type === 'offer.made')
      .map(({ data }) => data as SeenOffer);
  }

  get shift(): Shift['is'] {
    return this.world.driver.tables.get(ShiftRow, this.id)?.state.is ?? 'off_duty';
  }

  /** The status of a ride that they were offered, as they see it. */
  statusOf(rideId: string): string {
    const trip = this.world.driver.tables.get(TripRow, rideId)!.state;
    return tripViewOf(rideId, this.id, trip).status;
  }

  async register(): Promise<void> {
    const { profiles } = this.world.driver;
    const told = { name: this.name, vehicle: 'Toyota Prius', plate: 'T1', vehicleClass: 'standard' } as const;
    await this.ask(this.world.driver, 'to be known', (caller) => profiles.change(caller, told));
  }

  goOnDuty(): Promise<void> {
    const { shifts } = this.world.driver;
    return this.ask(this.world.driver, 'to go on duty', (caller) =>
      shifts.goOnDuty(caller, { location: this.place, vehicleClass: 'standard' }),
    );
  }

  goOffDuty(): Promise<void> {
    return this.ask(this.world.driver, 'to go off duty', (caller) => this.world.driver.shifts.goOffDuty(caller));
  }

  /** Their app says where they are. */
  report(): Promise<void> {
    const { positions } = this.world.driver;
    return this.ask(this.world.driver, 'where: here', async (caller) => {
      await positions.moved(caller, { points: [this.place] });
      this.world.seen.set(this.id, this.world.clock.now);
    });
  }

  accept({ offerId }: SeenOffer): Promise<void> {
    const { offers } = this.world.driver;
    return this.ask(this.world.driver, `to accept ${offerId}`, (caller, once) => offers.accept(caller, once, offerId));
  }

  decline({ offerId }: SeenOffer): Promise<void> {
    const { offers } = this.world.driver;
    return this.ask(this.world.driver, `to decline ${offerId}`, (caller, once) =>
      offers.decline(caller, once, offerId, { reason: undefined }),
    );
  }

  arrive({ rideId }: SeenOffer): Promise<void> {
    const { rides } = this.world.driver;
    return this.ask(this.world.driver, `to have arrived, ${rideId}`, (caller, once) =>
      rides.arrive(caller, once, rideId, { location: this.place }),
    );
  }

  /** Gives the PIN of the offer, which the rider told, or a wrong one. */
  pickUp({ rideId, offerId }: SeenOffer, isRight: boolean): Promise<void> {
    const right = pinOf(settings().pinSecret, rideId, offerId);
    const pin = isRight ? right : String((Number(right) + 1) % 10_000).padStart(4, '0');
    return this.ask(this.world.driver, `by a ${isRight ? 'right' : 'wrong'} PIN for ${rideId}`, (caller, once) =>
      this.world.driver.rides.pickUp(caller, once, rideId, { pin }),
    );
  }

  reportNoShow({ rideId }: SeenOffer): Promise<void> {
    return this.ask(this.world.driver, `that nobody came to ${rideId}`, (caller, once) =>
      this.world.driver.rides.reportNoShow(caller, once, rideId),
    );
  }

  dropOff({ rideId }: SeenOffer, distanceMetres: number, durationSeconds: number): Promise<void> {
    return this.ask(this.world.driver, `to end ${rideId}`, (caller, once) =>
      this.world.driver.rides.dropOff(caller, once, rideId, { location: this.place, distanceMetres, durationSeconds }),
    );
  }

  cancel({ rideId }: SeenOffer): Promise<void> {
    return this.ask(this.world.driver, `to cancel ${rideId}`, (caller, once) =>
      this.world.driver.rides.cancel(caller, once, rideId, {}),
    );
  }

  rate({ rideId }: SeenOffer, stars: number): Promise<void> {
    const { ratings } = this.world.driver;
    return this.ask(this.world.driver, `to rate ${rideId}`, (caller, once) =>
      ratings.rate(caller, once, rideId, { stars, comment: undefined }),
    );
  }
}

import { answerOf, type LiveEvent } from '@ride/client';
import { EventStream } from '../api/event-stream.js';
import type { RideView } from '../api/shapes.js';
import type { RideRecord } from '../run/ride-book.js';
import { codeOf, type World } from '../run/world.js';
import type { Trip } from '../trips/trip.js';
import type { Person } from './person.js';
import { Mind } from './mind.js';
import { RideWatch } from './ride-watch.js';

/** Somebody with the rider's app: asks for rides, one after the other, and follows each to its end. */
export class Rider {
  readonly #known = new Set<string>();
  #lastEventId: string | undefined;

  constructor(
    readonly person: Person,
    private readonly world: World,
  ) {}

  /** Says who the rider is. Throws RideProblem or NoAnswer. */
  async register(name: string): Promise<void> {
    await answerOf(this.person.apps.rider.PUT('/profile', { body: { name } }));
  }

  /** A ride from the wish to the receipt. `wait` ends when it is time to ask. Never throws: failures are counted. */
  async ride(trip: Trip, driverNear: () => boolean, wait: () => Promise<void>): Promise<void> {
    const { rides, tally } = this.world;
    const watch = new RideWatch(this.world, (rideId) => this.look(rideId));
    const mind = new Mind(this.world.fates.ofRider(trip.id), { watch, world: this.world, person: this.person });
    const stream = new EventStream<'rider'>(
      this.person.apps.rider,
      {
        heard: (event) => this.#heard(watch, event),
        reopened: () => watch.lookAgain(),
        lost: (reason) => tally.fail(`rider's stream: ${codeOf(reason)}`),
      },
      this.#lastEventId,
    );
    const over = new AbortController();
    try {
      await stream.open();
      await wait();
      const ride = await rides.register(async () => {
        const fareEstimateId = await this.#price(trip);
        const near = driverNear();
        const requestedAt = performance.now();
        const rideId = await this.#request(trip, fareEstimateId);
        const { tellPin } = mind;
        return {
          rideId,
          trip,
          riderId: this.person.id,
          requestedAt,
          driverNear: near,
          offers: 0,
          bookings: 0,
          tellPin,
        };
      });
      if (ride === undefined) return;
      tally.count('requested');
      void mind.change(ride.rideId, AbortSignal.any([over.signal, this.world.signal]));
      await watch.follow(ride);
      await this.#receipt(ride);
    } catch (error) {
      if (!this.world.signal.aborted) tally.fail(`rider: ${codeOf(error)}`);
    } finally {
      over.abort(new Error('The ride is over.'));
      watch.stop();
      stream.close();
      this.#lastEventId = stream.lastEventId;
    }
  }

  /** What the rider's app shows of a ride. */
  look(rideId: string): Promise<RideView> {
    const { signal } = this.world;
    return answerOf(this.person.apps.rider.GET('/rides/{rideId}', { params: { path: { rideId } }, signal }));
  }

  /** Rides that this person has, though the person does not know of them: their answers were lost. */
  async unknownRides(): Promise<readonly string[]> {
    const { rides } = await answerOf(this.person.apps.rider.GET('/rides', { params: { query: { limit: 50 } } }));
    return rides.map(({ rideId }) => rideId).filter((rideId) => !this.#known.has(rideId));
  }

  /** What the ride will cost, as the app shows it before it is asked for: the estimate whose price is promised. */
  async #price({ pickup, dropoff }: Trip): Promise<string> {
    const body = { pickup, dropoff, vehicleClass: 'standard' } as const;
    const { signal, witness } = this.world;
    witness?.did('rider', 'POST /fare-estimates');
    return (await answerOf(this.person.apps.rider.POST('/fare-estimates', { body, signal }))).fareEstimateId;
  }

  async #request({ pickup, dropoff }: Trip, fareEstimateId: string): Promise<string> {
    const body = { pickup, dropoff, vehicleClass: 'standard', fareEstimateId } as const;
    const { signal, witness } = this.world;
    witness?.did('rider', 'POST /rides');
    const { rideId } = await answerOf(this.person.apps.rider.POST('/rides', { body, signal }));
    this.#known.add(rideId);
    return rideId;
  }

  #heard(watch: RideWatch, event: LiveEvent<'rider'>): void {
    this.world.witness?.heard('rider', event);
    watch.heard(event);
  }

  async #receipt(ride: RideRecord): Promise<void> {
    const { fare, fee } = await this.look(ride.rideId);
    const toPay = ride.outcome === 'cancelled' ? fee : fare;
    if (toPay !== undefined) ride.toPay = toPay;
    else if (ride.outcome !== 'unfulfilled') this.world.tally.fail('no_receipt');
  }
}

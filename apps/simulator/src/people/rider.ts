import { EventStream } from '../api/event-stream.js';
import { Requested, RideList, RideView } from '../api/shapes.js';
import type { ServerSentEvent } from '../api/sse-parser.js';
import type { RideRecord } from '../run/ride-book.js';
import { codeOf, FROM_THE_BEGINNING, streamOf, type World } from '../run/world.js';
import type { Trip } from '../trips/trip.js';
import type { Person } from './person.js';
import { Mind } from './mind.js';
import { RideWatch } from './ride-watch.js';

/** Somebody with the rider's app: asks for rides, one after the other, and follows each to its end. */
export class Rider {
  readonly #known = new Set<string>();
  #lastEventId = FROM_THE_BEGINNING;

  constructor(
    readonly person: Person,
    private readonly world: World,
  ) {}

  /** Says who the rider is. Throws Refusal or SimulatorError. */
  async register(name: string): Promise<void> {
    await this.world.api.ask('rider', this.#call('PUT', '/profile', { name }));
  }

  /** A ride from the wish to the receipt. `wait` ends when it is time to ask. Never throws: failures are counted. */
  async ride(trip: Trip, driverNear: () => boolean, wait: () => Promise<void>): Promise<void> {
    const { rides, tally } = this.world;
    const watch = new RideWatch(this.world, (rideId) => this.look(rideId));
    const mind = new Mind(this.world.fates.ofRider(trip.id), { watch, world: this.world, person: this.person });
    const stream = new EventStream(streamOf(this.world, 'rider', this.person, this.#lastEventId), {
      heard: (event) => this.#heard(watch, event),
      reopened: () => watch.lookAgain(),
      lost: (reason) => tally.fail(`rider's stream: ${codeOf(reason)}`),
    });
    const over = new AbortController();
    try {
      await stream.open();
      await wait();
      const ride = await rides.register(async () => {
        const near = driverNear();
        const requestedAt = performance.now();
        const rideId = await this.#request(trip);
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
    return this.world.api.get('rider', this.#call('GET', `/rides/${rideId}`), RideView, this.world.signal);
  }

  /** Rides that this person has, though the person does not know of them: their answers were lost. */
  async unknownRides(): Promise<readonly string[]> {
    const { rides } = await this.world.api.get('rider', this.#call('GET', '/rides?limit=50'), RideList);
    return rides.map(({ rideId }) => rideId).filter((rideId) => !this.#known.has(rideId));
  }

  async #request({ pickup, dropoff }: Trip): Promise<string> {
    const call = this.#call('POST', '/rides', { pickup, dropoff, vehicleClass: 'standard' });
    this.world.witness?.did('rider', 'POST /rides');
    const { rideId } = await this.world.api.get('rider', call, Requested, this.world.signal);
    this.#known.add(rideId);
    return rideId;
  }

  #heard(watch: RideWatch, event: ServerSentEvent): void {
    this.world.witness?.heard('rider', event);
    watch.heard(event);
  }

  async #receipt(ride: RideRecord): Promise<void> {
    const { fare, fee } = await this.look(ride.rideId);
    const toPay = ride.outcome === 'cancelled' ? fee : fare;
    if (toPay !== undefined) ride.toPay = toPay;
    else if (ride.outcome !== 'unfulfilled') this.world.tally.fail('no_receipt');
  }

  #call(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) {
    return { method, path, token: this.person.token, body };
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Place } from '@ride/geo';
import { EventStream } from '../api/event-stream.js';
import { Refusal } from '../api/problem.js';
import { About, Offer } from '../api/shapes.js';
import type { ServerSentEvent } from '../api/sse-parser.js';
import { codeOf, streamOf, type World } from '../run/world.js';
import { drive } from './drive.js';
import { Moving } from './moving.js';
import type { Person } from './person.js';
import { Positions } from './positions.js';

/** At the end, the driver's app may hear of the ride's end later than the rider's. */
const LAST_RIDE_MS = 10_000;

interface Driving {
  readonly rideId: string;
  readonly over: AbortController;
}

export interface Character {
  readonly name: string;
  readonly plate: string;
}

/** Somebody with the driver's app: on shift from begin to end, answers offers, drives what was booked. */
export class Driver {
  readonly #moving: Moving;
  readonly #positions: Positions;
  readonly #stream: EventStream;
  readonly #offers = new Map<string, Offer>();
  /** Came while driving: answered when free, unless it is taken back before. */
  #next: Offer | undefined;
  #answering: string | undefined;
  #driving: Driving | undefined;
  #drive: Promise<void> = Promise.resolve();
  #onShift = false;

  constructor(
    private readonly person: Person,
    private readonly world: World,
    private readonly character: Character,
    place: Place,
  ) {
    this.#moving = new Moving(place);
    this.#positions = new Positions({ person, moving: this.#moving, world, offDuty: () => this.#stayOnShift() });
    this.#stream = new EventStream(streamOf(world, 'driver', person), {
      heard: (event) => this.#heard(event),
      reopened: () => void this.#stayOnShift(),
      lost: (reason) => world.tally.fail(`driver's stream: ${codeOf(reason)}`),
    });
  }

  get isFree(): boolean {
    return this.#onShift && this.#driving === undefined && this.#answering === undefined;
  }

  get place(): Place {
    return this.#moving.at(performance.now());
  }

  /** Profile, live updates, shift, position: from here on offers come. Throws Refusal or SimulatorError. */
  async begin(): Promise<void> {
    const { name, plate } = this.character;
    await this.#ask('PUT', '/profile', { name, vehicle: 'Toyota Camry', plate, vehicleClass: 'standard' });
    await this.#stream.open();
    await this.#ask('PUT', '/shift', { location: this.place, vehicleClass: 'standard' });
    await this.#positions.send(); // taken only from drivers on shift
    this.#onShift = true;
    this.#positions.start();
  }

  /** Off duty, once the ride is over, for which it waits a while. Never throws. */
  async end(): Promise<void> {
    if (!this.#onShift) return;
    this.#onShift = false;
    if (!this.world.signal.aborted) await Promise.race([this.#drive, sleep(LAST_RIDE_MS)]);
    this.#positions.stop();
    this.#stream.close();
    this.#driving?.over.abort();
    await this.world.api
      .ask('driver', { method: 'DELETE', path: '/shift', token: this.person.token })
      .catch((error: unknown) => this.#failed('end of shift', error));
  }

  #heard(event: ServerSentEvent): void {
    const { witness, tally } = this.world;
    witness?.heard('driver', event);
    const data: unknown = JSON.parse(event.data);
    if (event.type === 'offer.made') {
      const offer = Offer.safeParse(data);
      if (offer.success) this.#offered(offer.data);
      else tally.fail('event offer.made: unexpected_shape');
      return;
    }
    const about = About.safeParse(data);
    if (about.success) this.#told(event.type, about.data);
    else tally.fail(`event ${event.type}: unexpected_shape`);
  }

  #offered(offer: Offer): void {
    this.world.rides.offered(offer.rideId, performance.now());
    this.#offers.set(offer.offerId, offer);
    if (this.#driving !== undefined) this.#next = offer;
    else void this.#answer(offer);
  }

  #told(type: string, { rideId, offerId }: About): void {
    switch (type) {
      case 'offer.withdrawn':
      case 'offer.expired':
      case 'offer.refused':
        if (offerId !== undefined) this.#forget(offerId);
        return;
      case 'booking.created': {
        const offer = this.#offers.get(offerId ?? '');
        if (offer !== undefined) this.#drive = this.#driveTo(offer);
        return;
      }
      case 'booking.cancelled':
      case 'ride.ended':
        if (rideId !== undefined && this.#driving?.rideId === rideId) this.#driving?.over.abort();
        return;
      case 'shift.ended':
        void this.#stayOnShift();
        return;
    }
  }

  #forget(offerId: string): void {
    this.#offers.delete(offerId);
    if (this.#next?.offerId === offerId) this.#next = undefined;
    if (this.#answering === offerId) this.#answering = undefined;
  }

  async #answer(offer: Offer): Promise<void> {
    const { offerId, rideId } = offer;
    this.#answering = offerId;
    const ride = await this.world.rides.of(rideId);
    const answer = ride === undefined ? 'decline' : this.world.fates.ofOffer(ride.trip.id, ride.offers++);
    if (answer === 'ignore') return; // until it is said to be over
    const accepts = answer === 'accept';
    try {
      if (accepts) await this.#ask('POST', `/offers/${offerId}/acceptance`);
      else await this.#ask('POST', `/offers/${offerId}/decline`, { reason: ride ? 'not_now' : 'unknown_rider' });
    } catch (error) {
      this.#failed('answer to an offer', error);
      this.#forget(offerId);
      return;
    }
    if (!accepts) this.#forget(offerId);
  }

  async #driveTo(offer: Offer): Promise<void> {
    this.#driving?.over.abort();
    const driving: Driving = { rideId: offer.rideId, over: new AbortController() };
    this.#driving = driving;
    this.#forget(offer.offerId);
    const { moving, positions } = { moving: this.#moving, positions: this.#positions };
    await drive({ offer, person: this.person, moving, positions, over: driving.over.signal, world: this.world });
    if (this.#driving !== driving) return;
    this.#driving = undefined;
    const next = this.#next;
    this.#next = undefined;
    if (next !== undefined && this.#onShift) void this.#answer(next);
  }

  /** The service may have taken the driver off duty, for silence. Asking for what is already so changes nothing. */
  async #stayOnShift(): Promise<void> {
    if (!this.#onShift || !this.isFree) return;
    try {
      await this.#goOnDuty();
      await this.#positions.send();
    } catch (error) {
      // A booking came first: its live update follows.
      if (!(error instanceof Refusal && error.code === 'on_a_ride')) this.#failed('shift', error);
    }
  }

  #goOnDuty() {
    return this.#ask('PUT', '/shift', { location: this.place, vehicleClass: 'standard' });
  }

  #ask(method: 'POST' | 'PUT', path: string, body: object = {}) {
    this.world.witness?.did('driver', `${method} ${path}`);
    return this.world.api.ask('driver', { method, path, token: this.person.token, body }, this.world.signal);
  }

  #failed(what: string, error: unknown): void {
    if (!this.world.signal.aborted) this.world.tally.fail(`${what}: ${codeOf(error)}`);
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { answerOf, RideProblem, type LiveEvent } from '@ride/client';
import type { Place } from '@ride/geo';
import { EventStream } from '../api/event-stream.js';
import type { Offer } from '../api/shapes.js';
import { codeOf, type World } from '../run/world.js';
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
  readonly #stream: EventStream<'driver'>;
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
    this.#stream = new EventStream<'driver'>(person.apps.driver, {
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

  /** Profile, live updates, shift, position: from here on offers come. Throws RideProblem or NoAnswer. */
  async begin(): Promise<void> {
    const { name, plate } = this.character;
    this.#did('PUT /profile');
    const profile = { name, vehicle: 'Toyota Camry', plate, vehicleClass: 'standard' } as const;
    await answerOf(this.person.apps.driver.PUT('/profile', { body: profile }));
    await this.#stream.open();
    await this.#goOnDuty();
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
    await answerOf(this.person.apps.driver.DELETE('/shift')).catch((error: unknown) =>
      this.#failed('end of shift', error),
    );
  }

  #heard(event: LiveEvent<'driver'>): void {
    this.world.witness?.heard('driver', event);
    switch (event.type) {
      case 'offer.made':
        return this.#offered(event.data);
      case 'offer.withdrawn':
      case 'offer.expired':
      case 'offer.refused':
        return this.#forget(event.data.offerId);
      case 'booking.created': {
        const offer = this.#offers.get(event.data.offerId);
        if (offer !== undefined) this.#drive = this.#driveTo(offer);
        return;
      }
      case 'booking.cancelled':
      case 'ride.ended':
        if (this.#driving?.rideId === event.data.rideId) this.#driving.over.abort();
        return;
      case 'shift.ended':
        void this.#stayOnShift();
        return;
      case 'cancellation.refused':
        return;
    }
  }

  #offered(offer: Offer): void {
    this.world.rides.offered(offer.rideId, performance.now());
    this.#offers.set(offer.offerId, offer);
    if (this.#driving !== undefined) this.#next = offer;
    else void this.#answer(offer);
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
      await (accepts ? this.#accept(offerId) : this.#decline(offerId, ride ? 'not_now' : 'unknown_rider'));
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
      if (!(error instanceof RideProblem && error.code === 'on_a_ride')) this.#failed('shift', error);
    }
  }

  async #goOnDuty(): Promise<void> {
    this.#did('PUT /shift');
    const body = { location: this.place, vehicleClass: 'standard' } as const;
    await answerOf(this.person.apps.driver.PUT('/shift', { body, signal: this.world.signal }));
  }

  async #accept(offerId: string): Promise<void> {
    this.#did(`POST /offers/${offerId}/acceptance`);
    const of = { params: { path: { offerId } }, signal: this.world.signal };
    await answerOf(this.person.apps.driver.POST('/offers/{offerId}/acceptance', of));
  }

  async #decline(offerId: string, reason: string): Promise<void> {
    this.#did(`POST /offers/${offerId}/decline`);
    const of = { params: { path: { offerId } }, signal: this.world.signal };
    await answerOf(this.person.apps.driver.POST('/offers/{offerId}/decline', { ...of, body: { reason } }));
  }

  #did(what: string): void {
    this.world.witness?.did('driver', what);
  }

  #failed(what: string, error: unknown): void {
    if (!this.world.signal.aborted) this.world.tally.fail(`${what}: ${codeOf(error)}`);
  }
}

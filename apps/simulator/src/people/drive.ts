import { setTimeout as sleep } from 'node:timers/promises';
import { answerOf, RideProblem } from '@ride/client';
import { settings } from '@ride/configuration';
import type { Offer } from '../api/shapes.js';
import type { RideRecord } from '../run/ride-book.js';
import { codeOf, type World } from '../run/world.js';
import type { DriverFate } from './fates.js';
import type { Moving } from './moving.js';
import type { Person } from './person.js';
import type { Positions } from './positions.js';

interface Booked {
  readonly offer: Offer;
  readonly person: Person;
  readonly moving: Moving;
  readonly positions: Positions;
  /** The booking is over, by whoever ended it. */
  readonly over: AbortSignal;
  readonly world: World;
}

/** A step that is refused may only have come before its time: the services agree a moment later. */
const TRIES = 5;
const TRY_AGAIN_MS = 500;

/**
 * Drives to the pickup, takes the rider aboard by PIN, sets the rider down, and stays until the ride is over; or what else
 * fate has for the booking. Ends early when the booking is over. Never throws: failures are counted.
 */
export async function drive(booked: Booked): Promise<void> {
  const { offer, moving, positions, over, world } = booked;
  const signal = AbortSignal.any([over, world.signal]);
  try {
    const ride = await world.rides.of(offer.rideId);
    if (ride === undefined) throw new Error('A ride that nobody here asked for was accepted.');
    await new Drive(booked, ride, signal).go(world.fates.ofBooking(ride.trip.id, ride.bookings++));
    await untilAborted(signal);
  } catch (error) {
    if (signal.aborted) return;
    world.tally.fail(`drive: ${codeOf(error)}`);
    await untilAborted(signal); // the services' deadlines end what went wrong
  } finally {
    moving.stop(performance.now());
    positions.speakAgain();
  }
}

/** One booking's steps. Each throws when the signal ends it, and RideProblem. */
class Drive {
  constructor(
    private readonly booked: Booked,
    private readonly ride: RideRecord,
    private readonly signal: AbortSignal,
  ) {}

  async go(fate: DriverFate): Promise<void> {
    const { offer } = this.booked;
    const { trip } = this.ride;
    const { waitingMs } = settings().rules;
    const isNow = (during: 'way' | 'waiting' | 'trip') => fate.does !== 'drive' && fate.during === during;
    const share = fate.does === 'drive' ? 1 : fate.share;

    if (isNow('way')) {
      await this.#drive(offer.pickup, offer.pickupEtaSeconds, share);
      return this.#leave(fate);
    }
    await this.#drive(offer.pickup, offer.pickupEtaSeconds);
    const params = { path: { rideId: this.ride.rideId } };
    const { signal } = this;
    const { driver } = this.booked.person.apps;
    const arrival = { location: offer.pickup };
    await this.#step('arrival', () => driver.POST('/rides/{rideId}/arrival', { params, signal, body: arrival }));
    if (isNow('waiting')) {
      await this.#sleep(share * waitingMs);
      return this.#leave(fate);
    }
    const pin = await this.#pinWithin(waitingMs);
    if (pin === undefined)
      return this.#step('no-show', () => driver.POST('/rides/{rideId}/no-show', { params, signal }));
    await this.#step('pickup', () => driver.POST('/rides/{rideId}/pickup', { params, signal, body: { pin } }));
    if (isNow('trip')) {
      await this.#drive(trip.dropoff, trip.durationSeconds, share);
      return this.#leave(fate);
    }
    await this.#drive(trip.dropoff, trip.durationSeconds);
    const { distanceMetres, durationSeconds } = trip;
    const dropoff = { location: trip.dropoff, distanceMetres, durationSeconds };
    await this.#step('dropoff', () => driver.POST('/rides/{rideId}/dropoff', { params, signal, body: dropoff }));
  }

  /** What the rider says; undefined when nobody has come in time. */
  async #pinWithin(ms: number): Promise<string | undefined> {
    const enough = new AbortController();
    const signal = AbortSignal.any([this.signal, enough.signal]);
    try {
      const told = this.ride.tellPin(this.booked.person.id, signal);
      return await Promise.race([told, sleep(ms, undefined, { signal })]);
    } finally {
      enough.abort(new Error('The driver waits no longer.'));
    }
  }

  async #leave({ does }: DriverFate): Promise<void> {
    if (does !== 'cancel') return this.booked.positions.fallSilent();
    const of = { params: { path: { rideId: this.ride.rideId } }, signal: this.signal };
    const body = { reason: 'plans_changed' };
    const { driver } = this.booked.person.apps;
    await this.#step('cancellation', () => driver.POST('/rides/{rideId}/cancellation', { ...of, body }));
  }

  /** Drives a share of the way; the whole of it takes so many simulated seconds. */
  async #drive(to: Offer['pickup'], seconds: number, share = 1): Promise<void> {
    const { moving, positions, world } = this.booked;
    const ms = (seconds * 1000) / world.speed;
    moving.go(to, ms, performance.now());
    await this.#sleep(share * ms);
    if (share < 1) moving.stop(performance.now());
    else positions.report();
  }

  async #step(name: string, ask: () => Parameters<typeof answerOf>[0]): Promise<void> {
    const { world } = this.booked;
    world.witness?.did('driver', `POST /rides/${this.ride.rideId}/${name}`);
    for (let attempt = 1; ; attempt++) {
      try {
        await answerOf(ask());
        return;
      } catch (error) {
        if (!(error instanceof RideProblem) || error.status !== 409 || attempt === TRIES) throw error;
        world.tally.fail(`${name}: ${error.code}`);
        await this.#sleep(TRY_AGAIN_MS * attempt);
      }
    }
  }

  #sleep(ms: number): Promise<undefined> {
    return sleep(ms, undefined, { signal: this.signal });
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

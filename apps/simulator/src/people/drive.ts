import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../api/problem.js';
import type { Offer } from '../api/shapes.js';
import { codeOf, type World } from '../run/world.js';
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
 * Drives to the pickup, takes the rider aboard by PIN, sets the rider down, and stays until the ride is over. Ends early when
 * the booking is over. Never throws: failures are counted.
 */
export async function drive(booked: Booked): Promise<void> {
  const { offer, person, moving, positions, over, world } = booked;
  const { rideId, pickup, pickupEtaSeconds } = offer;
  const signal = AbortSignal.any([over, world.signal]);
  const step = (path: string, body: object) => tried(booked, `/rides/${rideId}/${path}`, body, signal);
  const go = async (to: Offer['pickup'], seconds: number) => {
    const ms = (seconds * 1000) / world.speed;
    moving.go(to, ms, performance.now());
    await sleep(ms, undefined, { signal });
    await positions.send();
  };
  try {
    const ride = await world.rides.of(rideId);
    if (ride === undefined) throw new Error('A ride that nobody here asked for was accepted.');
    const { trip, tellPin } = ride;
    await go(pickup, pickupEtaSeconds);
    await step('arrival', { location: pickup });
    await step('pickup', { pin: await tellPin(person.id, signal) });
    await go(trip.dropoff, trip.durationSeconds);
    await step('dropoff', {
      location: trip.dropoff,
      distanceMetres: trip.distanceMetres,
      durationSeconds: trip.durationSeconds,
    });
    await untilAborted(signal);
  } catch (error) {
    if (signal.aborted) return;
    world.tally.fail(`drive: ${codeOf(error)}`);
    await untilAborted(signal); // the services' deadlines end what went wrong
  } finally {
    moving.stop(performance.now());
  }
}

async function tried({ person, world }: Booked, path: string, body: object, signal: AbortSignal): Promise<void> {
  world.witness?.did('driver', `POST ${path}`);
  for (let attempt = 1; ; attempt++) {
    try {
      await world.api.ask('driver', { method: 'POST', path, token: person.token, body }, signal);
      return;
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 409 || attempt === TRIES) throw error;
      world.tally.fail(`${path.slice(path.lastIndexOf('/') + 1)}: ${error.code}`);
      await sleep(TRY_AGAIN_MS * attempt, undefined, { signal });
    }
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

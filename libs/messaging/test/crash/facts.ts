import { RideAccepted } from '@ride/events';
import type { SayableFact } from '../support/small-service.js';

/**
 * What happens to a fact. `late`: its first run fails, and the next one does not. `refused`: its first run is its last, until
 * somebody replays it. `hopeless`: each of its runs is its last; only the `@On` handler's.
 */
export const KINDS = ['plain', 'late', 'refused', 'hopeless'] as const;
export type Kind = (typeof KINDS)[number];

export interface Fact {
  readonly key: number;
  /** Its place among the facts of its key, from 0. */
  readonly number: number;
  readonly kind: Kind;
}

/** A fact's id says all about it. */
export function idOf({ key, number, kind }: Fact): string {
  return `${hex(key, 8)}-${hex(KINDS.indexOf(kind), 4)}-7000-8000-${hex(number, 12)}`;
}

export function factOf(id: string): Fact {
  return {
    key: parseInt(id.slice(0, 8), 16),
    number: parseInt(id.slice(24), 16),
    kind: KINDS[parseInt(id.slice(9, 13), 16)]!,
  };
}

export function rideOf(key: number): string {
  return `${hex(key, 8)}-0000-7000-9000-${hex(0, 12)}`;
}

/** Several keys have a driver in common, so that facts of different keys change one row. */
export function driverOf(key: number): string {
  return `00000000-0000-7000-a000-${hex(Math.floor(key / 4), 12)}`;
}

export function sayable(fact: Fact): SayableFact {
  const id = idOf(fact);
  const data = { rideId: rideOf(fact.key), driverId: driverOf(fact.key), offerId: id };
  return { id, fact: RideAccepted(data) };
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}

import { NoAnswer, RideProblem, type LiveEvent } from '@ride/client';
import type { Api } from '../api/api.js';
import { SimulatorError } from '../simulator-error.js';
import type { Fates } from '../people/fates.js';
import type { RideBook } from './ride-book.js';
import type { Tally } from './tally.js';

/** What everybody in a run shares. */
export interface World {
  readonly api: Api;
  readonly rides: RideBook;
  readonly tally: Tally;
  readonly fates: Fates;
  /** Simulated seconds per second. */
  readonly speed: number;
  /** Ends when the run is broken off. */
  readonly signal: AbortSignal;
  /** Sees every live update and every request of a person: for showing a ride. */
  readonly witness?: Witness;
}

export interface Witness {
  heard(who: 'rider' | 'driver', event: LiveEvent<'rider' | 'driver'>): void;
  did(who: 'rider' | 'driver', what: string): void;
}

/** The stable code of anything that was thrown. */
export function codeOf(error: unknown): string {
  const isOurs = error instanceof RideProblem || error instanceof NoAnswer || error instanceof SimulatorError;
  if (isOurs) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}

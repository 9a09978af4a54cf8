import type { Api, ServiceName } from '../api/api.js';
import { Refusal } from '../api/problem.js';
import type { ServerSentEvent } from '../api/sse-parser.js';
import { SimulatorError } from '../simulator-error.js';
import type { Fates } from '../people/fates.js';
import type { Person } from '../people/person.js';
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
  heard(who: 'rider' | 'driver', event: ServerSentEvent): void;
  did(who: 'rider' | 'driver', what: string): void;
}

/** The stable code of anything that was thrown. */
export function codeOf(error: unknown): string {
  if (error instanceof Refusal || error instanceof SimulatorError) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}

/** The last event id a new person begins after: before the first, so that nothing can be missed. */
export const FROM_THE_BEGINNING = '0';

/** A stream outlives a service that is down for this long. */
export const STREAM_PATIENCE_MS = 120_000;

export function streamOf({ api }: World, service: ServiceName, { token }: Person, lastEventId = FROM_THE_BEGINNING) {
  return { edge: api.edge(service), path: '/events', token, lastEventId, patienceMs: STREAM_PATIENCE_MS };
}

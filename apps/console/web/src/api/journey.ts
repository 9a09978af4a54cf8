/** GET /journeys/{id}. */
export interface Journey {
  readonly correlationId: string;
  readonly ride: JourneyRide | null;
  readonly traceIds: readonly string[];
  readonly links: { readonly trace: string | null; readonly logs: string | null };
  readonly entries: readonly Entry[];
  /** There is more than can be shown at once. */
  readonly isCut: boolean;
}
export interface JourneyRide {
  readonly rideId: string;
  readonly state: string;
  readonly riderId: string | null;
  readonly driverId: string | null;
  readonly area: string | null;
  readonly requestedAt: string | null;
  readonly endedAt: string | null;
}
interface Placed {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string | number;
}
interface Common {
  readonly id: string;
  readonly causationId: string | null;
  readonly service: string;
  readonly at: string;
}
export interface RequestEntry extends Common {
  readonly kind: 'request';
  readonly request: string | null;
}
export interface FactEntry extends Common, Placed {
  readonly kind: 'fact';
  readonly type: string;
  readonly key: string | null;
  readonly loggedAt: string;
  readonly traceId: string | null;
  readonly data: unknown;
  /** Why nobody can read it. */
  readonly unreadable: string | null;
}
export interface HandledEntry extends Common {
  readonly kind: 'handled';
  readonly subscription: string;
  readonly handler: string;
  readonly attempt: number;
  readonly tookMs: number | null;
  readonly outcome: string;
}
export interface RetryEntry extends Common, Placed {
  readonly kind: 'retry';
  readonly subscription: string;
  readonly handler: string;
  readonly attempt: number;
  readonly dueAt: string | null;
  readonly error: string | null;
}
export interface DeadLetterEntry extends Common, Placed {
  readonly kind: 'dead-letter';
  readonly subscription: string;
  readonly handler: string;
  readonly attempts: number;
  readonly reason: string | null;
  readonly error: string | null;
  readonly letterId: string | null;
}
export type Entry = RequestEntry | FactEntry | HandledEntry | RetryEntry | DeadLetterEntry;
export type Kind = Entry['kind'];

/** GET /journeys. */
export interface JourneyList {
  readonly journeys: readonly JourneySummary[];
  readonly next?: string | null;
}
export interface JourneySummary {
  readonly correlationId: string;
  readonly ride: JourneyRide | null;
  readonly startedAt: string;
  readonly lastAt: string;
  readonly facts: number;
  readonly retries: number;
  readonly deadLetters: number;
}

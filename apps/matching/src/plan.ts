import type { Place } from '@ride/geo';

/** A search that has offers to make now. */
export interface Searching {
  readonly rideId: string;
  readonly pickup: Place;
  readonly vehicleClass: string;
  /** UTC milliseconds. */
  readonly requestedAt: number;
  /** A driver has left the ride. */
  readonly wasLeft: boolean;
  /** How far from the pickup, in metres as the crow flies, drivers are asked now. */
  readonly radiusMetres: number;
  /** Drivers who are not to be asked. */
  readonly leftOut: ReadonlySet<string>;
  /** How many drivers may be asked now. */
  readonly slots: number;
}
/** A driver who is free. */
export interface Candidate {
  readonly driverId: string;
  readonly place: Place;
  readonly vehicleClass: string;
  /** When the place was reported, UTC milliseconds. */
  readonly seenAt: number;
}
export interface Assignment {
  readonly rideId: string;
  readonly driverId: string;
  readonly pickupEtaSeconds: number;
}
/** Who is asked for whom: one assignment for all searches of an area, each driver at most once. Pure; `now` is UTC milliseconds. */
export type Plan = (
  searches: readonly Searching[],
  candidates: readonly Candidate[],
  now: number,
) => readonly Assignment[];

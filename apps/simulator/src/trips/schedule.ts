import type { Trip } from './trip.js';

export interface Appointment {
  readonly trip: Trip;
  /** Wall-clock milliseconds after the start of the run. */
  readonly at: number;
}

/** When each trip is asked for, in order: as far apart as in the file, `speed` times faster. */
export function schedule(trips: readonly Trip[], speed: number): readonly Appointment[] {
  const first = Math.min(...trips.map(({ pickupAt }) => pickupAt));
  return trips.map((trip) => ({ trip, at: (trip.pickupAt - first) / speed })).sort((a, b) => a.at - b.at);
}

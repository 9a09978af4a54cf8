import type { DriverMoved } from '@ride/events';
import { serviceAreas, travelSeconds, type Place } from '@ride/geo';
import type { DrivenRide } from './ride.state.js';

/** Where the driver of a live ride is right now, as its rider sees it. */
export interface Whereabouts {
  readonly position: {
    readonly location: Place;
    /** Degrees clockwise from north. */
    readonly heading?: number | undefined;
    /** When the driver was there, ISO 8601. */
    readonly at: string;
  };
  /** From there to the pickup, estimated as it was for the offer; while the driver is on the way to it. */
  readonly pickupEtaSeconds?: number;
}

export function whereaboutsFor({ is, asked }: DrivenRide, { data, time }: DriverMoved): Whereabouts {
  const { location, heading } = data;
  const position = { location, heading, at: new Date(time).toISOString() };
  if (is !== 'booked') return { position };
  const area = serviceAreas().find(({ id }) => id === asked.area);
  return { position, pickupEtaSeconds: travelSeconds(location, asked.pickup, area?.traffic) };
}

/** The newest position of each driver, by driver; none from before `since`, UTC milliseconds. */
export function newestOf<M extends DriverMoved>(moves: readonly M[], since: number): ReadonlyMap<string, M> {
  const newest = new Map<string, M>();
  for (const move of moves) {
    const { driverId } = move.data;
    if (move.time >= since && move.time > (newest.get(driverId)?.time ?? -1)) newest.set(driverId, move);
  }
  return newest;
}

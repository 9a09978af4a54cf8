/** What was measured of a cell in a minute; `end`: when the minute ended, UTC milliseconds. */
export interface Demand {
  readonly end: number;
  /** Rides that were asked for in it. */
  readonly requests: number;
  /** Drivers who were free in it. */
  readonly freeDrivers: number;
}

/** How scarce drivers are in a cell. `measuredTo`: the end of the last minute that counts in it, UTC milliseconds. */
export interface Surge {
  /** Requests for each free driver, smoothed. */
  readonly pressure: number;
  /** What fares are multiplied by: 1 to `MOST_SURGE`, in tenths. */
  readonly factor: number;
  readonly measuredTo: number;
}

export const MOST_SURGE = 3;
/** A price changes by as much at least, so that it does not flicker around a threshold. */
const LEAST_STEP = 0.2;
/** After so many minutes a measurement counts half. */
const HALF_LIFE_MINUTES = 3;
const KEPT_A_MINUTE = 0.5 ** (1 / HALF_LIFE_MINUTES);
/** How much each further request for a free driver adds. */
const SLOPE = 0.5;
const MINUTE = 60_000;

export const noSurge: Surge = { pressure: 0, factor: 1, measuredTo: 0 };

/**
 * The surge after one more minute. Pressure is an exponentially weighted moving average of requests / max(1, free
 * drivers); minutes of which nothing was measured count as 0. Where it is above 1 the fare rises by SLOPE for each
 * further request a driver, up to MOST_SURGE. The factor follows with hysteresis: it moves only in steps of LEAST_STEP
 * or more, and falls to 1 as soon as there is a driver for each request. A minute that is known already changes nothing.
 */
export function nextSurge(surge: Surge, { end, requests, freeDrivers }: Demand): Surge {
  if (end <= surge.measuredTo) return surge;
  const minutes = surge.measuredTo === 0 ? 1 : Math.max(1, Math.round((end - surge.measuredTo) / MINUTE));
  const now = Math.max(0, requests) / Math.max(1, freeDrivers);
  const pressure = surge.pressure * KEPT_A_MINUTE ** minutes + now * (1 - KEPT_A_MINUTE);
  return { pressure, factor: moved(surge.factor, pressure), measuredTo: end };
}

/**
 * What fares are multiplied by at `now`, UTC milliseconds: minutes of which nothing was said since count as quiet. The
 * first two do not: what was measured of them may be under way.
 */
export function surgeAt(surge: Surge, now: number): number {
  const quiet = Math.floor((now - surge.measuredTo) / MINUTE) - 2;
  return quiet <= 0 ? surge.factor : moved(surge.factor, surge.pressure * KEPT_A_MINUTE ** quiet);
}

function moved(factor: number, pressure: number): number {
  const wanted = tenths(Math.min(MOST_SURGE, 1 + SLOPE * Math.max(0, pressure - 1)));
  return pressure <= 1 || Math.abs(wanted - factor) >= LEAST_STEP - 1e-9 ? wanted : factor;
}

function tenths(factor: number): number {
  return Math.round(factor * 10) / 10;
}

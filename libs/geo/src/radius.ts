/** How long a search asks within one radius before it goes on to the next, milliseconds. */
export const WIDEN_EVERY = 1_000;

/**
 * How far from the pickup a search asks now, in metres: within the first radius at once, and a second later, if nobody
 * there was free, within the next. A function of time, so that there is no state that a restart would lose.
 */
export function radiusAt(now: number, openedAt: number, radiiMetres: readonly number[]): number {
  const step = Math.max(0, Math.floor((now - openedAt) / WIDEN_EVERY));
  return radiiMetres[Math.min(step, radiiMetres.length - 1)] ?? 0;
}

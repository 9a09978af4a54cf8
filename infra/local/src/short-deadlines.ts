import { settings } from '@ride/configuration';

/**
 * Shorter than this, milliseconds, a deadline would pass while the services still work on what it waits for. A trip times out
 * after its driver's silence was noticed.
 */
const LEAST = { offer: 5_000, search: 30_000, other: 1_000, extra: 75_000 };

/**
 * The services' deadlines, so many times shorter than they are by default, as RIDE_* settings. Silence on a live ride stays
 * noticeable: a position is noted a few times in the time that it counts as fresh, which is not shortened.
 */
export function shortDeadlines(times: number): Readonly<Record<string, string>> {
  const { rules } = settings({});
  const short = (ms: number, least: number) => `${Math.max(least, Math.round(ms / times))}`;
  return {
    RIDE_OFFER_MS: short(rules.offerMs, LEAST.offer),
    RIDE_SEARCH_MS: short(rules.searchMs, LEAST.search),
    RIDE_FREE_CANCELLATION_MS: short(rules.freeCancellationMs, LEAST.other),
    RIDE_WAITING_MS: short(rules.waitingMs, LEAST.other),
    RIDE_WAITING_FREE_MS: short(rules.waitingFreeMs, LEAST.other),
    RIDE_PIN_PAUSE_MS: short(rules.pinPauseMs, LEAST.other),
    RIDE_SILENT_TRIP_MS: short(rules.silentTripMs, rules.positionFreshMs),
    RIDE_TRIP_TIMEOUT_FACTOR: `${rules.tripTimeoutFactor / times}`,
    RIDE_TRIP_TIMEOUT_EXTRA_MS: short(rules.tripTimeoutExtraMs, LEAST.extra),
  };
}

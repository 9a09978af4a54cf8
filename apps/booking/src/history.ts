import { evolve } from './booking.evolve.js';
import type { Booking, BookingHears, BookingSays } from './booking.state.js';

/** One fact of a booking's history, as it is stored. */
export interface HistoryEntry {
  /** Its place in the order in which booking folded the facts, which is the log's: 1, 2, 3 … */
  readonly version: number;
  readonly type: string;
  /** By booking; else heard. */
  readonly said: boolean;
  /** Event time. */
  readonly time: Date;
  readonly data: unknown;
}

/** The state that a history makes: the policy's own fold, and no other. */
export function folded(history: readonly HistoryEntry[]): Booking {
  return history.reduce<Booking>(foldedOn, { is: 'unknown' });
}

export function foldedOn(state: Booking, { type, data, time }: HistoryEntry): Booking {
  const at = time.getTime();
  return evolve(state, { type, data, time: at } as unknown as BookingHears | BookingSays, at);
}

/**
 * What booking would have known at that time, UTC milliseconds: its history up to the first fact that happened later. The
 * log decides the order, event times only where to stop: so every answer is a state that the booking has had, and a later
 * time never shows less, also where two services' clocks disagree.
 */
export function asOf(history: readonly HistoryEntry[], at: number): readonly HistoryEntry[] {
  const later = history.findIndex(({ time }) => time.getTime() > at);
  return later < 0 ? history : history.slice(0, later);
}

import { settings } from '@ride/configuration';
import { deciderStore, DecisionHistoryRow, DecisionRow, type Tx } from '@ride/messaging';
import type { DataSource } from 'typeorm';
import { Entity } from 'typeorm';
import { booking } from './booking.decider.js';
import { driverOf, type Booking, type BookingHears, type BookingSays } from './booking.state.js';
import { keepLiveBooking } from './live-bookings.js';

const policy = booking(settings().rules);

@Entity('booking')
export class BookingRow extends DecisionRow<Booking> {}

@Entity('booking_history')
export class BookingHistoryRow extends DecisionHistoryRow {}

export const bookings = deciderStore(BookingRow, policy, { history: BookingHistoryRow });

/** A heard fact: folded and answered, and the driver's live booking kept right with it. */
export async function hear(tx: Tx, fact: BookingHears): Promise<void> {
  const { rideId } = fact.data;
  const { before, after } = await bookings.react(tx, rideId, fact);
  await keepLiveBooking(tx, rideId, driverOf(before), driverOf(after));
}

/** One fact of a booking's history, as it is stored. */
export interface HistoryEntry {
  readonly version: number;
  readonly type: string;
  /** By booking; else heard. */
  readonly said: boolean;
  readonly time: Date;
  readonly data: unknown;
}

/** In the order of their folding; `until`: as far as no fact has a later event time, UTC milliseconds. */
export function historyOf(data: DataSource, rideId: string, until?: number): Promise<readonly HistoryEntry[]> {
  return data.query<HistoryEntry[]>(
    `SELECT version, type, said, time, data FROM booking_history
     WHERE "of" = $1 AND NOT EXISTS (SELECT FROM booking_history earlier
       WHERE earlier."of" = $1 AND earlier.version <= booking_history.version AND earlier.time > $2) ORDER BY version`,
    [rideId, until === undefined ? null : new Date(until)],
  );
}

/** The state that a history makes. */
export function folded(history: readonly HistoryEntry[]): Booking {
  return history.reduce<Booking>((state, { type, data, time }) => {
    const fact = { type, data, time: time.getTime() } as unknown as BookingHears | BookingSays;
    return policy.evolve(state, fact, time.getTime());
  }, policy.initial);
}

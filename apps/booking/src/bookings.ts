import { settings } from '@ride/configuration';
import { deciderStore, DecisionHistoryRow, DecisionRow, type Tx } from '@ride/messaging';
import { telemetry } from '@ride/observability';
import type { DataSource } from 'typeorm';
import { Entity } from 'typeorm';
import { booking } from './booking.decider.js';
import { driverOf, type Booking, type BookingHears } from './booking.state.js';
import type { HistoryEntry } from './history.js';
import { keepLiveBooking } from './live-bookings.js';

@Entity('booking')
export class BookingRow extends DecisionRow<Booking> {}

@Entity('booking_history')
export class BookingHistoryRow extends DecisionHistoryRow {}

export const bookings = deciderStore(BookingRow, booking(settings().rules), { history: BookingHistoryRow });

/** A heard fact: folded and answered, and the driver's live booking kept right with it. */
export async function hear(tx: Tx, fact: BookingHears): Promise<void> {
  const { rideId } = fact.data;
  const { before, after } = await bookings.react(tx, rideId, fact);
  await keepLiveBooking(tx, rideId, driverOf(before), driverOf(after));
  if (before.is === 'ended' || after.is !== 'ended') return;
  const { outcome } = after;
  tx.afterCommit(() => telemetry()?.count('ride.rides.ended', 1, { 'ride.outcome': outcome }));
}

/** In the order of their folding. */
export function historyOf(data: DataSource, rideId: string): Promise<readonly HistoryEntry[]> {
  return data.query<HistoryEntry[]>(
    'SELECT version, type, said, time, data FROM booking_history WHERE "of" = $1 ORDER BY version',
    [rideId],
  );
}

import type { Tx } from '@ride/messaging';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The ride that a driver is booked for: one row a driver, so at most one live booking. */
@Entity('live_booking')
export class LiveBookingRow {
  @PrimaryColumn('uuid') id!: string; // the driver's
  @Column('uuid', { nullable: true }) rideId!: string | null;
}

/** Whether another ride than this one has the driver. Holds the driver's row until the handler returns. */
export async function isBusy(tx: Tx, driverId: string, rideId: string): Promise<boolean> {
  const live = (await tx.load(LiveBookingRow, driverId))?.rideId ?? null;
  return live !== null && live !== rideId;
}

/** The ride had the driver `before` and has `after` now. */
export async function keepLiveBooking(
  tx: Tx,
  rideId: string,
  before: string | undefined,
  after: string | undefined,
): Promise<void> {
  if (before === after) return;
  if (before !== undefined && (await tx.load(LiveBookingRow, before))?.rideId === rideId)
    tx.save(LiveBookingRow, { id: before, rideId: null });
  if (after === undefined) return;
  await tx.load(LiveBookingRow, after);
  tx.save(LiveBookingRow, { id: after, rideId });
}

import type { DriverBecameAvailable, DriverBecameUnavailable } from '@ride/events';
import type { Tx } from '@ride/messaging';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A driver as far as offers go. */
@Entity('driver')
export class DriverRow {
  @PrimaryColumn('uuid') id!: string; // the driver's
  /** What the last availability fact said, and its version. */
  @Column('boolean') available!: boolean;
  @Column('bigint') version!: number;
  @Column('text', { nullable: true }) vehicleClass!: string | null;
  @Column('text', { nullable: true }) area!: string | null;
  /** Rides with a booking of this driver: at most one, but rides have no order among each other. */
  @Column('jsonb') live!: readonly string[];
}

const unheardOf = (id: string): DriverRow => ({
  id,
  available: false,
  version: 0,
  vehicleClass: null,
  area: null,
  live: [],
});

/** Free, but for an open offer. */
export function isFree({ available, live }: DriverRow): boolean {
  return available && live.length === 0;
}

/** Notes what the fact says, unless a later one has been heard: then it answers false. */
export async function noteAvailability(
  tx: Tx,
  { type, data }: DriverBecameAvailable | DriverBecameUnavailable,
): Promise<boolean> {
  const was = (await tx.load(DriverRow, data.driverId)) ?? unheardOf(data.driverId);
  if (data.version < was.version) return false;
  switch (type) {
    case 'DriverBecameAvailable': {
      const { area, vehicleClass, version } = data;
      tx.save(DriverRow, { ...was, available: true, area, vehicleClass, version });
      return true;
    }
    case 'DriverBecameUnavailable':
      tx.save(DriverRow, { ...was, available: false, version: data.version });
      return true;
  }
}

/** The driver has, or no longer has, a booking of this ride. */
export async function noteBooking(tx: Tx, driverId: string, rideId: string, isLive: boolean): Promise<void> {
  const was = (await tx.load(DriverRow, driverId)) ?? unheardOf(driverId);
  const others = was.live.filter((ride) => ride !== rideId);
  tx.save(DriverRow, { ...was, live: isLive ? [...others, rideId] : others });
}

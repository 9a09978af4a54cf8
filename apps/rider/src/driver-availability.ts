import type { DriverBecameAvailable, DriverBecameUnavailable } from '@ride/events';
import type { Tx, UnitOfWork } from '@ride/messaging';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the last availability fact said of a driver. */
@Entity('driver_availability')
export class DriverAvailabilityRow {
  @PrimaryColumn('uuid') id!: string; // the driver's
  @Column('boolean') available!: boolean;
  /** Null while the driver has never been available. */
  @Column('text', { nullable: true }) vehicleClass!: string | null;
  @Column('bigint') version!: number;
}

/** Notes what the fact says, unless a later one has been heard: then it answers false. */
export async function noteAvailability(
  tx: Tx,
  { type, data }: DriverBecameAvailable | DriverBecameUnavailable,
): Promise<boolean> {
  const { driverId: id, version } = data;
  const was = await tx.load(DriverAvailabilityRow, id);
  if (was !== undefined && version < was.version) return false;
  switch (type) {
    case 'DriverBecameAvailable':
      tx.save(DriverAvailabilityRow, { id, available: true, vehicleClass: data.vehicleClass, version });
      return true;
    case 'DriverBecameUnavailable':
      tx.save(DriverAvailabilityRow, { id, available: false, vehicleClass: was?.vehicleClass ?? null, version });
      return true;
  }
}

/** The vehicle class of those of the drivers who are available, by driver. */
export async function availableAmong(
  work: UnitOfWork,
  driverIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const sql = `SELECT id, vehicle_class AS "vehicleClass" FROM driver_availability WHERE id = ANY($1::uuid[]) AND available`;
  const rows = await work.find<{ id: string; vehicleClass: string }>('available drivers', sql, [driverIds]);
  return new Map(rows.map(({ id, vehicleClass }) => [id, vehicleClass]));
}

import type { DriverProfileChanged, DriverRatingChanged, DriverRegistered } from '@ride/events';
import type { Tx } from '@ride/messaging';
import type { DataSource } from 'typeorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a rider may know of the driver who comes for them. */
export interface DriverCard {
  readonly name: string;
  readonly vehicle: string;
  readonly plate: string;
  readonly rating: { readonly average: number; readonly count: number };
}

@Entity('driver_card')
export class DriverCardRow {
  @PrimaryColumn('uuid') id!: string; // the driver's
  @Column('jsonb') card!: DriverCard;
  @Column('bigint') version!: number;
}

/** Keeps the newest: a version that is not higher than the known one tells nothing new. */
export async function keepDriverCard(
  { data }: DriverRegistered | DriverProfileChanged | DriverRatingChanged,
  tx: Tx,
): Promise<void> {
  const { driverId: id, name, vehicle, plate, rating, version } = data;
  const known = await tx.load(DriverCardRow, id);
  if (known !== undefined && known.version >= version) return;
  tx.save(DriverCardRow, { id, card: { name, vehicle, plate, rating }, version });
}

/** The cards of these drivers, as far as they are known, by driver. */
export async function driverCards(
  data: DataSource,
  driverIds: readonly string[],
): Promise<ReadonlyMap<string, DriverCard>> {
  if (driverIds.length === 0) return new Map();
  const rows = await data.query<{ id: string; card: DriverCard }[]>(
    'SELECT id, card FROM driver_card WHERE id = ANY($1::uuid[])',
    [driverIds],
  );
  return new Map(rows.map(({ id, card }) => [id, card]));
}

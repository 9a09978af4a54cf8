import type {
  DriverProfileChanged,
  DriverRatingChanged,
  DriverRegistered,
  RiderProfileChanged,
  RiderRatingChanged,
  RiderRegistered,
} from '@ride/events';
import type { Tx } from '@ride/messaging';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a person can be reached. */
@Entity('contact')
export class ContactRow {
  @PrimaryColumn('uuid') id!: string; // the person's
  @Column('text') role!: 'rider' | 'driver';
  @Column('text') name!: string;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('bigint') version!: number;
}

export type RiderTold = RiderRegistered | RiderProfileChanged | RiderRatingChanged;
export type DriverTold = DriverRegistered | DriverProfileChanged | DriverRatingChanged;

export function keepRider({ data }: RiderTold, tx: Tx): Promise<void> {
  return keep(data.riderId, 'rider', data, tx);
}
export function keepDriver({ data }: DriverTold, tx: Tx): Promise<void> {
  return keep(data.driverId, 'driver', data, tx);
}

/** Keeps the newest: a version that is not higher than the known one tells nothing new. */
async function keep(id: string, role: ContactRow['role'], told: (RiderTold | DriverTold)['data'], tx: Tx) {
  const known = await tx.load(ContactRow, id);
  const { name, contact, version } = told;
  if (known !== undefined && known.version >= version) return;
  tx.save(ContactRow, { id, role, name, email: contact.email ?? null, phone: contact.phone ?? null, version });
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * An offer that holds its driver: open, or accepted and not answered by booking yet. One a driver, and one a slot of a
 * ride: constraints that may stop a round, never a heard fact, which only takes rows away.
 */
@Entity('open_offer')
export class OpenOfferRow {
  @PrimaryColumn('uuid') id!: string; // the driver's
  @Column('uuid') offerId!: string;
  @Column('uuid') rideId!: string;
  @Column('int') slot!: number;
}

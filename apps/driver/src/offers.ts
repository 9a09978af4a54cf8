import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which ride an offer is of: what an answer to it needs to find its ride. */
@Entity('offer')
export class OfferRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') rideId!: string;
  @Column('uuid') driverId!: string;
}

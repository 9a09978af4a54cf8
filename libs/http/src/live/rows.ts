import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many updates a person has been sent: the counter that numbers them, locked by whoever adds one. */
@Entity('live_stream')
export class LiveStreamRow {
  @PrimaryColumn('uuid') id!: string; // the person's
  @Column('bigint') last!: number;
}

/** What was said to a person, kept so that a stream can be taken up where it broke off. */
@Entity('live_update')
export class LiveUpdateRow {
  @PrimaryColumn('text') id!: string; // person:number
  @Column('uuid') person!: string;
  @Column('bigint') number!: number;
  @Column('text') type!: string;
  @Column('jsonb') data!: object;
  @Column('timestamptz') at!: Date;
}

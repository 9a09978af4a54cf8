import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a driver wrote about a trip. Free text names people and places, so it stays here: the log has the stars only. */
@Entity('rating_comment')
export class RatingCommentRow {
  @PrimaryColumn('uuid') id!: string; // the ride's
  @Column('text') comment!: string;
  @Column('timestamptz') at!: Date;
}

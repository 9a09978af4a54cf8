import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The numbers of a key's facts, in the order in which they were handled. */
@Entity('heard')
export class HeardRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('jsonb') numbers!: readonly number[];
}
export const HEARD_TABLE = 'CREATE TABLE heard (id uuid PRIMARY KEY, numbers jsonb NOT NULL)';

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The row that every way of transactional handlers locks, reads and writes for a fact. */
@Entity('answer')
export class AnswerRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('jsonb') state!: { readonly acceptances: number; readonly driverId: string };
}
export const ANSWER_TABLE = 'CREATE TABLE answer (id uuid PRIMARY KEY, state jsonb NOT NULL)';

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Tx } from '../../src/index.js';

/** What was done for an id, in order: exactly once, if all is well. */
@Entity('tally')
export class TallyRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('jsonb') seen!: string[];
}

/** `run`: every run of a handler, also those that were rolled back. */
export const TALLY_TABLES = `
  CREATE TABLE tally (id uuid PRIMARY KEY, seen jsonb NOT NULL);
  CREATE TABLE run (instance text NOT NULL, offer uuid NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp())`;

export async function note(tx: Tx, id: string, what: string): Promise<void> {
  const row = await tx.load(TallyRow, id);
  tx.save(TallyRow, { id, seen: [...(row?.seen ?? []), what] });
}

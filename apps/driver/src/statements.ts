import type { StatementIssued } from '@ride/events';
import type { Tx } from '@ride/messaging';
import type { DataSource } from 'typeorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { tierOf, weekOf, withWeek, type CountedWeek, type Tier } from './tier.rules.js';

export type Statement = Omit<StatementIssued['data'], 'driverId'>;

@Entity('statement')
export class StatementRow {
  @PrimaryColumn('text') id!: string; // the driver's, and when the week began: each week is stated once
  @Column('uuid') driverId!: string;
  @Column('timestamptz') start!: Date;
  @Column('jsonb') statement!: Statement;
}

@Entity('tier')
export class TierRow {
  @PrimaryColumn('uuid') id!: string; // the driver's
  @Column('jsonb') weeks!: readonly CountedWeek[];
  @Column('text') tier!: Tier;
}

/** Keeps the statement, and what it makes of the driver's tier. */
export async function keepStatement({ data }: StatementIssued, tx: Tx): Promise<void> {
  const { driverId, ...statement } = data;
  const id = `${driverId}/${new Date(statement.start).toISOString()}`;
  const [known, row] = await Promise.all([tx.load(StatementRow, id), tx.load(TierRow, driverId)]);
  if (known !== undefined) return;
  const weeks = withWeek(row?.weeks ?? [], weekOf(data));
  tx.save(StatementRow, { id, driverId, start: new Date(statement.start), statement });
  tx.save(TierRow, { id: driverId, weeks, tier: tierOf(weeks) });
}

/** The last ones, the newest first. */
export async function statementsOf(data: DataSource, driverId: string, limit: number): Promise<readonly Statement[]> {
  const rows = await data.query<{ statement: Statement }[]>(
    'SELECT statement FROM statement WHERE driver_id = $1 ORDER BY start DESC LIMIT $2',
    [driverId, limit],
  );
  return rows.map(({ statement }) => statement);
}

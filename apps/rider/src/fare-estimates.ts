import { deleteOldRows, type Tx, type UnitOfWork } from '@ride/messaging';
import { Column, Entity, PrimaryColumn, type DataSource } from 'typeorm';
import { estimateRejections, type FareEstimate } from './fare-estimate.rules.js';

/** Never changed: a price that was told is told. */
@Entity('fare_estimate')
export class FareEstimateRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('jsonb') estimate!: Omit<FareEstimate, 'expiresAt'>;
  @Column('timestamptz') expiresAt!: Date;
}

/** So long after its end an estimate is kept: who comes back to it learns that it has expired, not that there is none. */
const KEPT_MS = 60 * 60_000;

export function keepEstimate(tx: Tx, id: string, { expiresAt, ...estimate }: FareEstimate): void {
  tx.append(FareEstimateRow, { id, estimate, expiresAt: new Date(expiresAt) });
}

/** Whoever's it is; null when there is none. */
export async function estimateBy(work: UnitOfWork, id: string): Promise<FareEstimate | null> {
  const row = await work.read(FareEstimateRow, id);
  return row === undefined ? null : { ...row.estimate, expiresAt: row.expiresAt.getTime() };
}

/** Throws Rejected('fare_estimate_not_found') also for somebody else's. */
export async function estimateOf(work: UnitOfWork, riderId: string, id: string): Promise<FareEstimate> {
  const estimate = await estimateBy(work, id);
  if (estimate?.riderId !== riderId) throw estimateRejections.fare_estimate_not_found();
  return estimate;
}

/** Deletes estimates that ended long ago. */
export function forgetOldEstimates(data: DataSource, now = Date.now()): Promise<void> {
  return deleteOldRows(data, 'fare_estimate', 'expires_at', now - KEPT_MS);
}

import type { Tx, UnitOfWork } from '@ride/messaging';
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
/** Rows a statement, so that no transaction is long. */
const AT_ONCE = 5_000;

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

/** Deletes estimates that ended long ago. Instances that do so at the same time leave each other's rows alone. */
export async function forgetOldEstimates(data: DataSource, now = Date.now()): Promise<void> {
  for (;;) {
    const [, deleted] = await data.query<[unknown[], number]>(
      `DELETE FROM fare_estimate WHERE id = ANY (ARRAY (
         SELECT id FROM fare_estimate WHERE expires_at < $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED))`,
      [new Date(now - KEPT_MS), AT_ONCE],
    );
    if (deleted < AT_ONCE) return;
  }
}

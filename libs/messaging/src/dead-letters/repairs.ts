import type { Pool } from 'pg';
import { PROGRESS, REPAIR_COLUMNS, type Repair } from './repair.js';

type Row = { readonly [N in keyof Repair]: Repair[N] | Date };

// Times become ISO 8601 in the database's own JSON and here alike.
function repairOf(row: Row): Repair {
  const text = (value: unknown) => (value instanceof Date ? value.toISOString() : value);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, text(value)])) as unknown as Repair;
}

/** Undefined when there is none. */
export async function repairById(pool: Pool, id: string): Promise<Repair | undefined> {
  const { rows } = await pool.query<Row>(
    `SELECT ${REPAIR_COLUMNS}, p.* FROM repair r CROSS JOIN LATERAL (${PROGRESS}) p WHERE r.id = $1`,
    [id],
  );
  return rows[0] && repairOf(rows[0]);
}

/** The latest first: who did what, when and why. `before`: only those older than the repair with this id. */
export async function repairs(
  pool: Pool,
  limit: number,
  before?: string,
): Promise<{ readonly repairs: readonly Repair[]; readonly next: string | null }> {
  const { rows } = await pool.query<Row>(
    `SELECT ${REPAIR_COLUMNS}, p.* FROM (
       SELECT * FROM repair WHERE $2::uuid IS NULL OR (at, id) < (SELECT at, id FROM repair WHERE id = $2)
       ORDER BY at DESC, id DESC LIMIT $1) r
     CROSS JOIN LATERAL (${PROGRESS}) p ORDER BY r.at DESC, r.id DESC`,
    [limit + 1, before],
  );
  const page = rows.slice(0, limit).map(repairOf);
  return { repairs: page, next: rows.length > limit ? page.at(-1)!.id : null };
}

/** What is done stays done. Returns false when it was no longer running. */
export async function cancel(pool: Pool, id: string, who: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE repair SET status = 'cancelled', cancelled_by = $2, finished_at = now() WHERE id = $1 AND status = 'running'`,
    [id, who],
  );
  return rowCount === 1;
}

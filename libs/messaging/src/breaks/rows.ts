import type { Pool } from 'pg';
import type { Break, BreakOrder, Held } from './break.js';

const COLUMNS = `id::text AS "breakId", handler, kind, times, key, delay_ms AS "delayMs", hits, since`;
type Row = Omit<Break, 'since'> & { readonly since: Date };
const shown = (row: Row): Break => ({ ...row, since: row.since.toISOString() });

/** As the service's database has it. */
export async function held(pool: Pool): Promise<Held> {
  const [breaks, paused] = await Promise.all([
    pool.query<Row>(`SELECT ${COLUMNS} FROM broken_handler ORDER BY since, id`),
    pool.query<{ subscription: string }>('SELECT subscription FROM paused_subscription ORDER BY subscription'),
  ]);
  return { breaks: breaks.rows.map(shown), paused: paused.rows.map(({ subscription }) => subscription) };
}

/** One that there is already under this id stays as it is. */
export async function add(
  pool: Pool,
  { id, handler, kind, times, key, delayMs }: BreakOrder,
): Promise<Break | undefined> {
  await pool.query(
    `INSERT INTO broken_handler (id, handler, kind, times, key, delay_ms) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (id) DO NOTHING`,
    [id, handler, kind, times, key, delayMs],
  );
  const { rows } = await pool.query<Row>(`SELECT ${COLUMNS} FROM broken_handler WHERE id = $1`, [id]);
  return rows.map(shown)[0];
}

/** Returns whether there was such a break. */
export async function remove(pool: Pool, id: string): Promise<boolean> {
  return (await pool.query('DELETE FROM broken_handler WHERE id = $1', [id])).rowCount === 1;
}

export async function pause(pool: Pool, subscription: string): Promise<void> {
  await pool.query('INSERT INTO paused_subscription (subscription) VALUES ($1) ON CONFLICT DO NOTHING', [subscription]);
}

export async function resume(pool: Pool, subscription: string): Promise<void> {
  await pool.query('DELETE FROM paused_subscription WHERE subscription = $1', [subscription]);
}

import type { PoolClient } from 'pg';
import type { HeardRecord } from './heard-record.js';

/** How long an event id is remembered, in days. A fact that is older can't be told from a repeat. */
export const INBOX_DAYS = 35;
const DAY = 86_400_000;

/** The partition a fact's id stands in: its event time's day, the same for every copy of it. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

export function isTooOld(time: number, now: number): boolean {
  return time < now - INBOX_DAYS * DAY;
}

/** The first statement of a unit: claims the ids, unique and sorted. Returns those that nobody had claimed. */
export async function claim(
  client: PoolClient,
  subscription: string,
  heard: readonly HeardRecord[],
): Promise<Set<string>> {
  const days = new Map(heard.map(({ id, time }) => [id, dayOf(time)]));
  const ids = [...days.keys()].sort();
  const { rows } = await client.query<{ event: string }>({
    name: 'inbox claim',
    text: `INSERT INTO inbox (subscription, day, event) SELECT $1, d, e FROM unnest($2::date[], $3::uuid[]) AS u(d, e)
           ON CONFLICT DO NOTHING RETURNING event::text AS event`,
    // Days and UUIDs need no quoting, so the arrays are written here and not element by element.
    values: [subscription, `{${ids.map((id) => days.get(id)).join(',')}}`, `{${ids.join(',')}}`],
  });
  return new Set(rows.map((row) => row.event));
}

/** Makes the partitions of the days around `now` and drops those past the inbox's memory. */
export async function keepInboxPartitions(query: (sql: string) => Promise<{ name: string }[]>, now: number): Promise<void> {
  const first = dayOf(now - INBOX_DAYS * DAY);
  for (let day = 0; day <= INBOX_DAYS + 2; day++) {
    const from = dayOf(now - (INBOX_DAYS - day) * DAY);
    const to = dayOf(now - (INBOX_DAYS - day - 1) * DAY);
    await query(
      `CREATE TABLE IF NOT EXISTS "inbox_${from}" PARTITION OF inbox FOR VALUES FROM ('${from}') TO ('${to}')`,
    );
  }
  const partitions = await query(
    `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'inbox'::regclass`,
  );
  for (const { name } of partitions)
    if (/^inbox_\d{4}-\d\d-\d\d$/.test(name) && name.slice('inbox_'.length) < first) await query(`DROP TABLE "${name}"`);
}

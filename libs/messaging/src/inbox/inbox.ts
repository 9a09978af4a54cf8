import type { PoolClient } from 'pg';
import type { HeardRecord } from './heard-record.js';

/** How long an event id is remembered, in days. A fact that is older can't be told from a repeat. */
export const INBOX_DAYS = 35;
const DAY = 86_400_000;

/** The partition a fact's id stands in: its event time's day, the same for every copy of it. */
export function dayOf(time: number): string {
  const day = Math.floor(time / DAY);
  if (day !== lastDay.day) lastDay = { day, text: new Date(time).toISOString().slice(0, 10) };
  return lastDay.text;
}
// Facts come day by day, and writing a date is slow.
let lastDay = { day: Number.NaN, text: '' };

export function isTooOld(time: number, now: number): boolean {
  return time < now - INBOX_DAYS * DAY;
}

/** The first statement of a unit: claims the ids, unique and sorted. Returns those that nobody had claimed. */
export async function claim(
  client: PoolClient,
  subscription: string,
  heard: readonly Pick<HeardRecord, 'id' | 'time'>[],
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

/** Those of the facts that have been claimed already: a look that claims nothing. */
export async function claimed(
  client: PoolClient,
  subscription: string,
  heard: readonly HeardRecord[],
): Promise<Set<string>> {
  const { rows } = await client.query<{ event: string }>({
    name: 'inbox look',
    // LIMIT keeps it one look into the index for each fact.
    text: `SELECT u.e::text AS event FROM unnest($2::date[], $3::uuid[]) AS u(d, e) CROSS JOIN LATERAL
           (SELECT FROM inbox i WHERE i.subscription = $1 AND i.day = u.d AND i.event = u.e LIMIT 1) AS known`,
    values: [
      subscription,
      `{${heard.map(({ time }) => dayOf(time)).join(',')}}`,
      `{${heard.map(({ id }) => id).join(',')}}`,
    ],
  });
  return new Set(rows.map((row) => row.event));
}

/** Runs statements one after the other on one session. */
type Query = (sql: string) => Promise<{ readonly name: string }[]>;

/**
 * Makes the partitions of the days around `now` that are missing, and drops those past the inbox's memory. To be called at
 * start and daily. What has come for a day before it had a partition stands in the default one, and moves over.
 */
export async function keepInboxPartitions(query: Query, now: number): Promise<void> {
  const partitions = await query(
    `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'inbox'::regclass`,
  );
  const present = new Set(partitions.map(({ name }) => name));
  for (let day = -INBOX_DAYS; day <= DAYS_AHEAD; day++) {
    const from = dayOf(now + day * DAY);
    if (!present.has(partitionOf(from))) await makePartition(query, from, dayOf(now + (day + 1) * DAY));
  }
  const oldest = partitionOf(dayOf(now - INBOX_DAYS * DAY));
  for (const name of present)
    if (name.startsWith(partitionOf('')) && name !== OTHER_DAYS && name < oldest) await query(`DROP TABLE "${name}"`);
}

const DAYS_AHEAD = 2;
const OTHER_DAYS = 'inbox_other';
const partitionOf = (day: string): string => `inbox_${day}`;

async function makePartition(query: Query, from: string, to: string): Promise<void> {
  await query('BEGIN');
  try {
    await query(`CREATE TABLE "${partitionOf(from)}" (LIKE inbox INCLUDING ALL)`);
    await query(`WITH early AS (DELETE FROM ${OTHER_DAYS} WHERE day >= '${from}' AND day < '${to}' RETURNING *)
                 INSERT INTO "${partitionOf(from)}" SELECT * FROM early`);
    await query(`ALTER TABLE inbox ATTACH PARTITION "${partitionOf(from)}" FOR VALUES FROM ('${from}') TO ('${to}')`);
    await query('COMMIT');
  } catch (error) {
    await query('ROLLBACK');
    throw error;
  }
}

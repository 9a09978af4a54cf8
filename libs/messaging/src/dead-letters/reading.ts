import { decodeHeaders } from '../log/header-bytes.js';
import type { Pool } from 'pg';
import { readHeaders, type Schemas } from '@ride/events';
import { decoded, typeOf } from './decoded.js';
import { KEY_IS, matching, Parameters, WITH_KEYS } from './filter.sql.js';
import type { Letter, LetterFilter, LetterGroup, LetterStatus, LetterSummary } from './letter.js';
import { readable, readableHeaders } from './readable.js';

/** Longer errors are cut in lists; one letter shows the whole. */
const ERROR_IN_LIST = 300;
/** Ways to fail; more than an operator can look at means that something else is wrong. */
const MOST_GROUPS = 500;

const COLUMNS = `f.id::text AS id, f.status, f.subscription, f.handler, f.fact, f.topic, f.source_partition AS partition,
  f.source_offset::text AS offset, f.key, f.event AS "eventId", f.event_time AS "eventTime", f.attempts, f.code,
  f.failed_at AS "failedAt", f.last_failed_at AS "lastFailedAt", f.died_at AS "diedAt", ${KEY_IS} AS "keyIs",
  coalesce(r.handled, 0) AS "overtakenBy"`;

export interface Page {
  readonly status: LetterStatus | 'all';
  readonly limit: number;
  /** Only what is older than the letter with this id. */
  readonly before?: string | undefined;
}

/** The newest first. `next`: what to give as `before` for the next page; null: that was all. */
export async function list(
  pool: Pool,
  filter: LetterFilter,
  { status, limit, before }: Page,
): Promise<{ readonly letters: readonly LetterSummary[]; readonly next: string | null }> {
  const parameters = new Parameters();
  const where = matching(filter, status, parameters);
  const older = before === undefined ? '' : `AND f.id < ${parameters.add(before)}::bigint`;
  const { rows } = await pool.query<Row>(
    `SELECT ${COLUMNS}, left(f.error, ${ERROR_IN_LIST}) AS error FROM failed_fact f ${WITH_KEYS}
     WHERE ${where} ${older} ORDER BY f.id DESC LIMIT ${parameters.add(limit + 1)}`,
    parameters.values,
  );
  const letters = rows.slice(0, limit).map(summary);
  return { letters, next: rows.length > limit ? letters.at(-1)!.id : null };
}

type Row = Omit<LetterSummary, 'key'> & { readonly key: Buffer };
// Dates become ISO 8601 here and not only when they are sent, so that what the types say holds everywhere.
function summary(row: Row): LetterSummary {
  return { ...withTexts(row), key: readable(row.key) };
}
function withTexts<T extends object>(row: T): T {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  ) as T;
}

/** Ways to fail, the most frequent first. */
export async function groups(
  pool: Pool,
  filter: LetterFilter,
  status: LetterStatus | 'all',
): Promise<readonly LetterGroup[]> {
  const parameters = new Parameters();
  const { rows } = await pool.query<LetterGroup>(
    `SELECT g.*, g.newest::text AS newest, left(n.error, ${ERROR_IN_LIST}) AS error FROM (
       SELECT f.subscription, f.handler, f.fact, f.code, count(*)::int AS count, count(DISTINCT (f.topic, f.key))::int AS keys,
              min(f.failed_at) AS first, max(f.last_failed_at) AS last, max(f.id) AS newest
       FROM failed_fact f WHERE ${matching(filter, status, parameters)} GROUP BY 1, 2, 3, 4) g
     JOIN failed_fact n ON n.id = g.newest ORDER BY g.count DESC, g.newest DESC LIMIT ${MOST_GROUPS}`,
    parameters.values,
  );
  return rows.map(withTexts);
}

/** One letter with its value decoded; undefined when there is none. */
export async function one(pool: Pool, schemas: Schemas, id: string): Promise<Letter | undefined> {
  const { rows } = await pool.query<Whole>(
    `SELECT ${COLUMNS}, f.error, f.value, f.headers, f.history, r.last_handled_at AS "lastOvertakenAt",
       f.in_place_of::text AS "inPlaceOf",
       (SELECT count(*)::int FROM failed_fact o WHERE (o.subscription, o.topic, o.key) = (f.subscription, f.topic, f.key)
          AND o.status = 'waiting' AND (o.place, o.id) > (f.place, f.id)) AS "waitingBehind",
       (SELECT count(*)::int FROM failed_fact o WHERE (o.subscription, o.topic, o.key) = (f.subscription, f.topic, f.key)
          AND o.status = 'dead' AND (o.place, o.id) < (f.place, f.id)) AS "deadBefore",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('repair', p.id, 'kind', p.kind, 'who', p.who, 'at', p.at, 'reason', p.reason,
          'outcome', s.outcome, 'doneAt', s.done_at, 'became', s.became::text) ORDER BY p.at), '[]')
          FROM repair_step s JOIN repair p ON p.id = s.repair WHERE s.fact = f.id) AS repairs
     FROM failed_fact f ${WITH_KEYS} WHERE f.id = $1`,
    [id],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  const headers = decodeHeaders(row.headers);
  return {
    ...withTexts(row),
    key: readable(row.key),
    headers: readableHeaders(headers),
    value: await decoded(schemas, typeOf(row.fact, readHeaders(headers).ceType), row.value),
  };
}

type Whole = Omit<Letter, 'key' | 'value' | 'headers'> & {
  readonly key: Buffer;
  readonly value: Buffer | null;
  readonly headers: Buffer;
};

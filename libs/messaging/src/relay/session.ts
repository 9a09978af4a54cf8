import { setTimeout as sleep } from 'node:timers/promises';
import { telemetry } from '@ride/observability';
import pg from 'pg';
import { inOneWrite } from '../unit/in-one-write.js';
import type { OutboxRow } from './outbox-row.js';

/** First key of the advisory locks; the second is the bucket. "Ride" in ASCII. */
const LOCKS = 0x52696465;
/** More rows are not counted. */
const MOST_COUNTED = 10_000;

/** Of each bucket so many rows, then so many bytes in all. A key with a refused row waits. */
const read = (also: string): string => `
    SELECT id, bucket, topic, key, headers, value${also} FROM (
      SELECT *, sum(bytes) OVER (ORDER BY id) - bytes AS bytes_before FROM (
        SELECT row.*, coalesce(octet_length(key), 0) + octet_length(headers) + coalesce(octet_length(value), 0) AS bytes
        FROM unnest($1::smallint[]) AS wanted (bucket) CROSS JOIN LATERAL (
          SELECT * FROM outbox WHERE outbox.bucket = wanted.bucket AND NOT EXISTS (
            SELECT FROM outbox_refused WHERE outbox_refused.topic = outbox.topic AND outbox_refused.key = outbox.key)
          ORDER BY id LIMIT $2) AS row
      ) AS sized
    ) AS counted WHERE bytes_before < $3 ORDER BY id`;

const statements = {
  busy: `
    SELECT (SELECT array_agg(bucket) FROM generate_series(0, (SELECT max(bucket) FROM outbox)) AS bucket
            WHERE EXISTS (SELECT FROM outbox WHERE outbox.bucket = bucket.bucket)) AS buckets,
      (SELECT count(*)::int FROM (SELECT FROM outbox_refused LIMIT 1000)) AS refused,
      (SELECT json_build_object('id', id::text,
         'ageMs', greatest(0, round(extract(epoch FROM clock_timestamp() - said_at) * 1000)))
       FROM outbox WHERE NOT EXISTS (
         SELECT FROM outbox_refused WHERE outbox_refused.topic = outbox.topic AND outbox_refused.key = outbox.key)
       ORDER BY id LIMIT 1) AS oldest`,
  lock: `SELECT bucket FROM unnest($1::int[]) AS bucket WHERE pg_try_advisory_lock(${LOCKS}, bucket)`,
  read: read(''),
  'timed read': read(', extract(epoch FROM said_at)::float8 * 1000 AS "saidAt"'),
  size: `SELECT count(*)::int AS size FROM (SELECT FROM outbox LIMIT ${MOST_COUNTED}) AS counted`,
  delete: 'DELETE FROM outbox WHERE id = ANY($1::bigint[])',
  unlock: `SELECT pg_advisory_unlock(${LOCKS}, bucket) FROM unnest($1::int[]) AS bucket`,
  refuse: `
    WITH moved AS (DELETE FROM outbox WHERE id = $1 RETURNING id, bucket, topic, key, headers, value, said_at)
    INSERT INTO outbox_refused SELECT *, $2 FROM moved`,
  ping: 'SELECT 1',
} as const;

/**
 * `idle_session_timeout`: a process that is stopped while it holds buckets gives them back after 5 seconds.
 * `synchronous_commit`: a deletion that a database crash undoes is only said twice.
 * The rest: every statement goes by index, planned once, however small the tables were then.
 */
const SESSION =
  '-c idle_session_timeout=5000 -c synchronous_commit=off -c statement_timeout=30000 ' +
  '-c enable_seqscan=off -c plan_cache_mode=force_generic_plan';

/** Once so long unanswered, the session may have been ended by the server: less than idle_session_timeout. */
const CERTAIN_MS = 4_000;
const CLOSE_MS = 2_000;

export interface Reading {
  /** Those of the wanted buckets that nobody else is sending; locked until they are settled. */
  readonly held: readonly number[];
  /** Their first rows in id order, whoever wrote them. */
  readonly rows: readonly OutboxRow[];
}

/** What stands in the outbox. */
export interface Outbox {
  /** Buckets that have rows. */
  readonly buckets: readonly number[];
  /** Rows in outbox_refused, up to 1,000. */
  readonly refused: number;
  /** The first row to be sent: one that waits behind a refused one isn't. */
  readonly oldest: { readonly id: string; readonly ageMs: number } | null;
  /** Rows in all, up to 10,000; null while telemetry is off. */
  readonly size?: number | null;
}

/** The relay's own database session, which holds its buckets. No statement leaves a transaction open. */
export class BucketSession {
  readonly #client: pg.Client;
  #alive = false;
  #answered = 0;

  private constructor(databaseUrl: string) {
    const config = {
      connectionString: databaseUrl,
      application_name: 'ride relay',
      options: SESSION,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 15_000,
      // Statements are written without waiting for the answer to the one before.
      pipeline: true,
    };
    this.#client = new pg.Client(config);
    this.#client.on('error', () => (this.#alive = false));
    this.#client.on('end', () => (this.#alive = false));
  }

  static async open(databaseUrl: string): Promise<BucketSession> {
    const session = new BucketSession(databaseUrl);
    await session.#client.connect();
    inOneWrite(session.#client);
    session.#alive = true;
    session.#answered = performance.now();
    return session;
  }

  get alive(): boolean {
    return this.#alive;
  }

  /**
   * false: the locks may be lost, and another process may be sending these buckets. A process that was stopped and goes
   * on does not know yet that its session has ended; the clock tells it.
   */
  get holds(): boolean {
    return this.#alive && performance.now() - this.#answered < CERTAIN_MS;
  }

  async busy(): Promise<Outbox> {
    const { rows } = await this.#query<{ [K in keyof Outbox]: Outbox[K] | null }>('busy', []);
    const [row] = rows;
    const size = telemetry() ? await this.#query<{ size: number }>('size', []) : undefined;
    return {
      buckets: row?.buckets ?? [],
      refused: row?.refused ?? 0,
      oldest: row?.oldest ?? null,
      size: size?.rows[0]?.size ?? null,
    };
  }

  /** The reading is a statement of its own, begun when the locks are held: it sees all that was committed until then. */
  async lockAndRead(buckets: readonly number[], rowsPerBucket: number, bytes: number): Promise<Reading> {
    const statement = telemetry() ? 'timed read' : 'read';
    const [locked, read] = await Promise.all([
      this.#query<{ bucket: number }>('lock', [buckets]),
      this.#query<OutboxRow>(statement, [buckets, rowsPerBucket, bytes]),
    ]);
    const held = locked.rows.map(({ bucket }) => bucket);
    if (held.length === buckets.length || held.length === 0) return { held, rows: held.length > 0 ? read.rows : [] };
    const { rows } = await this.#query<OutboxRow>(statement, [held, rowsPerBucket, bytes]);
    return { held, rows };
  }

  /** Deletes what was acknowledged, then gives the buckets back: in this order, and in two transactions. */
  async settle(acknowledged: readonly string[], held: readonly number[]): Promise<void> {
    await Promise.all([
      acknowledged.length > 0 ? this.#query('delete', [acknowledged]) : null,
      held.length > 0 ? this.#query('unlock', [held]) : null,
    ]);
  }

  async refuse(id: string, reason: string): Promise<void> {
    await this.#query('refuse', [id, reason.replaceAll('\0', '')]);
  }

  async ping(): Promise<void> {
    await this.#query('ping', []);
  }

  async close(): Promise<void> {
    this.#alive = false;
    const ended = this.#client.end().catch(() => undefined);
    await Promise.race([ended, sleep(CLOSE_MS, undefined, { ref: false })]);
  }

  async #query<R extends pg.QueryResultRow>(
    name: keyof typeof statements,
    values: unknown[],
  ): Promise<pg.QueryResult<R>> {
    const result = await this.#client.query<R>({ name: `relay ${name}`, text: statements[name], values });
    this.#answered = performance.now();
    return result;
  }
}

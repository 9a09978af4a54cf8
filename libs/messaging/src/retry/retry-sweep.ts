import { retryTopic, type RetryHeader, type Service } from '@ride/events';
import type { Pool } from 'pg';
import { crashPoints } from '../crash-points.js';
import { encodeHeaders } from '../log/header-bytes.js';
import { outboxStatement, type Outgoing } from '../unit/outgoing.js';
import { chainOf, type Chain } from './chains.js';
import { keyOf, release } from './queue.js';

/** Longer than any attempt can take (transaction_timeout): what was sent and not answered by then is sent again. */
const LEASE_MS = 40_000;
const AT_ONCE = 500;

/** Names of the headers that tell what a retry record is about. */
export const RETRY = {
  subscription: 'retry-subscription',
  topic: 'retry-topic',
  /** failed_fact.id */
  fact: 'retry-fact',
  /** Failed attempts so far: a record that tells another number is late. */
  attempts: 'retry-attempts',
  handler: 'retry-handler',
  /** Why it failed last. */
  code: 'retry-code',
  reason: 'retry-reason',
  /** When it was due, UTC milliseconds. */
  due: 'retry-due',
} as const satisfies Record<string, RetryHeader>;

interface DueKey extends Omit<Chain, 'chain'> {
  readonly subscription: string;
  readonly due: Date;
  /** The head of its queue; null when nothing waits any more. */
  readonly id: string | null;
  readonly hasKey: boolean;
  readonly value: Buffer | null;
  readonly headers: Buffer;
  readonly attempts: number;
  readonly handler: string;
  readonly code: string;
  readonly error: string | null;
}

/** Sends the heads of due queues, of every subscription of the service, through the outbox to its retry topic. */
export class RetrySweep {
  constructor(
    private readonly service: Service,
    private readonly pool: Pool,
    private readonly wake: (buckets: readonly number[]) => void,
  ) {}

  /** Returns how many keys were due. */
  async once(): Promise<number> {
    const client = await this.pool.connect();
    let broken: unknown;
    try {
      await client.query('BEGIN');
      const { rows } = await client.query<DueKey>({
        name: 'due keys',
        text: DUE_KEYS,
      });
      const letters = rows.filter(({ id }) => id !== null).map((row) => this.#letter(row));
      const buckets = letters.length > 0 ? (await client.query<{ bucket: number }>(outboxStatement(letters))).rows : [];
      await client.query('COMMIT');
      this.wake(buckets.map(({ bucket }) => bucket));
      if (letters.length > 0) await crashPoints.reached?.('retry: after sending the head');
      for (const row of rows)
        if (row.id === null) await release(this.pool, row.subscription, [{ ...row, chain: chainOf(row) }]);
      return rows.length;
    } catch (error) {
      await client.query('ROLLBACK').catch((lost: unknown) => (broken = lost));
      throw error;
    } finally {
      client.release(broken !== undefined);
    }
  }

  #letter(due: DueKey): Outgoing {
    const { subscription, topic, id, value, headers, attempts } = due;
    const about = [
      [RETRY.subscription, subscription],
      [RETRY.topic, topic],
      [RETRY.fact, id ?? ''],
      [RETRY.attempts, String(attempts)],
      [RETRY.handler, due.handler],
      [RETRY.code, due.code],
      [RETRY.reason, due.error ?? ''],
      [RETRY.due, String(due.due.getTime())],
    ] as const;
    const added = encodeHeaders(about.map(([name, text]) => [name, Buffer.from(text)]));
    return { topic: retryTopic(this.service).name, key: keyOf(due), value, headers: Buffer.concat([headers, added]) };
  }
}

/** A queue whose head is due later than its key was thought to be waits on. Times are PostgreSQL's: one clock for all. */
const DUE_KEYS = `
WITH due AS (
  SELECT subscription, topic, key, due_at FROM blocked_key WHERE due_at <= now() ORDER BY due_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
), heads AS (
  SELECT due.subscription, due.topic, due.key, greatest(due.due_at, q.due_at) AS due, q.id, q.has_key AS "hasKey", q.value, q.headers, q.attempts, q.handler, q.code, q.error
  FROM due LEFT JOIN LATERAL (
    SELECT f.id::text AS id, f.has_key, f.value, f.headers, f.attempts, f.handler, f.code, f.error, f.due_at FROM failed_fact f
    WHERE f.subscription = due.subscription AND f.topic = due.topic AND f.key = due.key AND f.status = 'waiting'
    ORDER BY f.place, f.id LIMIT 1) q ON true
), leased AS (
  UPDATE blocked_key b SET due_at = CASE WHEN h.due > now() THEN h.due ELSE now() + interval '${LEASE_MS} ms' END FROM heads h
  WHERE b.subscription = h.subscription AND b.topic = h.topic AND b.key = h.key
)
SELECT * FROM heads WHERE due <= now()`;

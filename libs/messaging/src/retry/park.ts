import type { Service } from '@ride/events';
import type { PoolClient } from 'pg';
import type { HeardRecord } from '../inbox/heard-record.js';
import { encodeHeaders } from '../log/header-bytes.js';
import type { Outgoing } from '../unit/outgoing.js';
import { columnsOf, sortedChains } from './chains.js';
import { deadLetter } from './dead-letter.js';
import type { Failure } from './failure.js';
import { waitAfter, type RetryPolicy } from './policy.js';
import { open } from './released.js';

/** A fact that is not handled now. */
export interface Parked {
  readonly heard: HeardRecord;
  /** The handler that failed, such as `BookingHandlers.accept`; of one that waits, the first that will hear it. */
  readonly handler: string;
  /** Absent: it stands behind a failed fact of its key. */
  readonly failure?: Failure;
}

/** Who keeps failed facts, and how. */
export interface Keeper {
  readonly service: Service;
  readonly subscription: string;
  readonly policy: RetryPolicy;
}

/**
 * What became of so many failed attempts: in how many milliseconds it is due again, or null when the fact is dead. Whether
 * that time has come is PostgreSQL's to say, whose clock is the same for every instance.
 */
export function fateOf(policy: RetryPolicy, failure: Failure, attempts: number): number | null {
  return failure.isFinal ? null : waitAfter(policy, attempts);
}

/** Do later facts of the key wait after so many failed attempts at one of them? */
export function blocksItsKey(policy: RetryPolicy, failure: Failure, attempts: number): boolean {
  return policy.whenDead === 'hold' || fateOf(policy, failure, attempts) !== null;
}

/**
 * In the unit that claims their ids: writes the facts down in log order, blocks the keys of those that failed, and returns
 * the dead ones as records for the dead-letter topic.
 */
export async function park(client: PoolClient, keeper: Keeper, parked: readonly Parked[]): Promise<Outgoing[]> {
  const now = new Date();
  const rows = parked.map(({ heard, handler, failure }) => {
    const wait = failure ? fateOf(keeper.policy, failure, 1) : null;
    return {
      heard,
      handler,
      failure,
      wait,
      isDead: failure !== undefined && wait === null,
      headers: encodeHeaders(heard.record.headers),
    };
  });
  type Row = (typeof rows)[number];
  const holds = ({ failure }: Row) => failure !== undefined && blocksItsKey(keeper.policy, failure, 1);
  await block(client, keeper.subscription, rows.filter(holds));
  const left = rows.filter((row) => row.isDead && !holds(row));
  if (left.length > 0)
    await open(
      client,
      keeper.subscription,
      left.map(({ heard }) => heard),
    );
  await client.query({
    text: `INSERT INTO failed_fact (subscription, event, fact, handler, topic, key, has_key, value, headers, source_partition, source_offset,
                                    event_time, attempts, due_at, status, code, error, failed_at, last_failed_at, died_at, history)
           SELECT $1, e, f, ha, t, k, hk, v, h, p, o, ti, a, clock_timestamp() + w * interval '1 ms', st, c, er, $15, $15, CASE st WHEN 'dead' THEN $15::timestamptz END,
                  CASE a WHEN 0 THEN '[]' ELSE jsonb_build_array(jsonb_build_object('attempt', a, 'at', $15, 'code', c, 'error', er)) END
           FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::bytea[], $7::bytea[], $8::bytea[], $9::int[], $10::bigint[],
                       $11::timestamptz[], $12::text[], $13::text[], $14::text[], $16::int[], $17::int[], $18::bool[])
                WITH ORDINALITY AS u(e, f, ha, t, k, v, h, p, o, ti, st, c, er, a, w, hk, n) ORDER BY n`,
    values: [
      keeper.subscription,
      rows.map((r) => r.heard.id),
      rows.map((r) => r.heard.type?.type ?? ''),
      rows.map((r) => r.handler),
      rows.map((r) => r.heard.topic),
      rows.map((r) => r.heard.key),
      rows.map((r) => r.heard.record.value),
      rows.map((r) => r.headers),
      rows.map((r) => r.heard.record.partition),
      rows.map((r) => r.heard.record.offset),
      rows.map((r) => new Date(r.heard.time)),
      rows.map((r) => (r.isDead ? 'dead' : 'waiting')),
      rows.map((r) => r.failure?.code ?? 'behind_a_failed_fact'),
      rows.map((r) => r.failure?.text ?? null),
      now.toISOString(),
      rows.map((r) => (r.failure ? 1 : 0)),
      rows.map((r) => r.wait),
      rows.map((r) => r.heard.record.key !== null),
    ],
  });
  return rows.flatMap(({ heard, handler, failure, isDead, headers }) => {
    if (!failure || !isDead) return [];
    const { topic, record } = heard;
    const { partition, offset, key, value } = record;
    const { subscription } = keeper;
    const dead = { subscription, handler, topic, partition, offset, key, value, headers, attempts: 1, failure };
    return [deadLetter(keeper.service, { ...dead, firstFailedAt: now }, now)];
  });
}

/** A key that somebody has put back meanwhile is due no sooner than either wanted. */
async function block(client: PoolClient, subscription: string, rows: readonly Blocking[]): Promise<void> {
  if (rows.length === 0) return;
  const waits = new Map(rows.map(({ heard, wait }) => [heard.chain, wait]));
  const chains = sortedChains(rows.map(({ heard }) => heard));
  await client.query({
    text: `INSERT INTO blocked_key AS b (subscription, topic, key, due_at)
           SELECT $1, t, k, clock_timestamp() + w * interval '1 ms' FROM unnest($2::text[], $3::bytea[], $4::int[]) AS u(t, k, w)
           ON CONFLICT (subscription, topic, key) DO UPDATE SET due_at = greatest(b.due_at, excluded.due_at)`,
    values: [subscription, ...columnsOf(chains), chains.map(({ chain }) => waits.get(chain) ?? null)],
  });
}
interface Blocking {
  readonly heard: HeardRecord;
  readonly wait: number | null;
}

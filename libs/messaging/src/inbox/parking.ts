import type { PoolClient } from 'pg';
import type { Service } from '@ride/events';
import { deadLetterTopic } from '@ride/events';
import { encodeHeaders } from '../log/header-bytes.js';
import { errorText } from '../unit/faults.js';
import type { Outgoing } from '../unit/outgoing.js';
import type { HeardRecord } from './heard-record.js';

/** A fact that is not handled now: its handler failed (`dead`), or it stands behind one that did (`waiting`). */
export interface Parked {
  readonly heard: HeardRecord;
  readonly status: 'waiting' | 'dead';
  /** Stable word for what kind of failure it is. */
  readonly code: string;
  readonly error: unknown;
}

/** More blocked keys than this are not all read for one batch: those of the batch are looked for. */
const MANY = 500;

/** Those of the facts' chains that stand behind a failed fact. As a rule no key is blocked, and that is asked first. */
export async function blockedChains(
  client: PoolClient,
  subscription: string,
  heard: readonly HeardRecord[],
): Promise<Set<string>> {
  const all = await client.query<BlockedKey>({
    name: 'blocked keys',
    text: `SELECT topic, key FROM blocked_key WHERE subscription = $1 LIMIT ${MANY}`,
    values: [subscription],
  });
  if (all.rows.length < MANY) return new Set(all.rows.map(chainOf));
  const chains = [...new Map(heard.map((h) => [h.chain, h])).values()];
  const some = await client.query<BlockedKey>({
    text: `SELECT b.topic, b.key FROM blocked_key b JOIN unnest($2::text[], $3::bytea[]) AS k(topic, key)
           ON b.topic = k.topic AND b.key = k.key WHERE b.subscription = $1`,
    values: [subscription, chains.map((h) => h.topic), chains.map((h) => h.key)],
  });
  return new Set(some.rows.map(chainOf));
}

interface BlockedKey {
  readonly topic: string;
  readonly key: Buffer;
}
const chainOf = ({ topic, key }: BlockedKey): string => `${topic}/${key.toString('latin1')}`;

/**
 * Blocks the keys and writes their facts down, in log order; returns the dead ones as records for the dead-letter topic:
 * key, value and headers byte for byte, and behind them where it came from and why it is dead.
 */
export async function park(
  client: PoolClient,
  service: Service,
  subscription: string,
  parked: readonly Parked[],
): Promise<Outgoing[]> {
  const rows = parked.map(({ heard, status, code, error }) => ({
    heard,
    status,
    code,
    error: status === 'dead' ? errorText(error) : null,
    headers: encodeHeaders(heard.record.headers),
  }));
  await client.query({
    text: `INSERT INTO blocked_key (subscription, topic, key) SELECT DISTINCT $1, t, k FROM unnest($2::text[], $3::bytea[]) AS u(t, k)
           ORDER BY 2, 3 ON CONFLICT DO NOTHING`,
    values: [subscription, rows.map((r) => r.heard.topic), rows.map((r) => r.heard.key)],
  });
  await client.query({
    text: `INSERT INTO failed_fact (subscription, event, fact, topic, key, value, headers, source_partition, source_offset,
                                    event_time, attempts, status, code, error, died_at)
           SELECT $1, e, f, t, k, v, h, p, o, ti, CASE st WHEN 'dead' THEN 1 ELSE 0 END, st, c, er, CASE st WHEN 'dead' THEN now() END
           FROM unnest($2::uuid[], $3::text[], $4::text[], $5::bytea[], $6::bytea[], $7::bytea[], $8::int[], $9::bigint[],
                       $10::timestamptz[], $11::text[], $12::text[], $13::text[])
                WITH ORDINALITY AS u(e, f, t, k, v, h, p, o, ti, st, c, er, n) ORDER BY n`,
    values: [
      subscription,
      rows.map((r) => r.heard.id),
      rows.map((r) => r.heard.type.type),
      rows.map((r) => r.heard.topic),
      rows.map((r) => r.heard.key),
      rows.map((r) => r.heard.record.value),
      rows.map((r) => r.headers),
      rows.map((r) => r.heard.record.partition),
      rows.map((r) => r.heard.record.offset),
      rows.map((r) => new Date(r.heard.time)),
      rows.map((r) => r.status),
      rows.map((r) => r.code),
      rows.map((r) => r.error),
    ],
  });
  return rows
    .filter((r) => r.status === 'dead')
    .map(({ heard, code, error }) => ({
      topic: deadLetterTopic(service).name,
      key: heard.key,
      value: heard.record.value,
      headers: encodeHeaders([
        ...heard.record.headers,
        ...Object.entries({
          'dead-letter-subscription': subscription,
          'dead-letter-topic': heard.topic,
          'dead-letter-partition': String(heard.record.partition),
          'dead-letter-offset': heard.record.offset,
          'dead-letter-attempts': '1',
          'dead-letter-at': new Date().toISOString(),
          'dead-letter-code': code,
          'dead-letter-reason': error ?? '',
        }).map(([name, value]) => [name, Buffer.from(value)] as const),
      ]),
    }));
}

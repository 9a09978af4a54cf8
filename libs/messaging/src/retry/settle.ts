import type { PoolClient } from 'pg';
import type { Outgoing } from '../unit/outgoing.js';
import { columnsOf, sortedChains, type Chain } from './chains.js';
import { deadLetter } from './dead-letter.js';
import type { Failure } from './failure.js';
import { fateOf, type Keeper } from './park.js';
import { keyOf, type QueuedFact } from './queue.js';
import { forget, open, passed } from './released.js';

/** A queued fact whose attempt has failed again. */
export interface FailedAgain {
  readonly fact: QueuedFact;
  readonly handler: string;
  readonly failure: Failure;
}

/** So many failed attempts are remembered one by one. */
const REMEMBERED = 50;

/**
 * In the transaction that holds the keys: what was handled leaves the queue, what has failed again counts its attempt, and
 * each key is due when its next head is: at once, or after `leaseMs` when the caller goes on with it by itself, and only a
 * crash leaves it to others. Returns the dead ones as records for the dead-letter topic.
 */
export async function settle(
  client: PoolClient,
  keeper: Keeper,
  handled: readonly QueuedFact[],
  failed: readonly FailedAgain[],
  leaseMs = 0,
): Promise<Outgoing[]> {
  const now = new Date();
  const fates = failed.map((each) => {
    const { attempts, attemptsBefore } = each.fact;
    return {
      ...each,
      attempts: attempts + 1,
      wait: fateOf(keeper.policy, each.failure, attempts + 1 - attemptsBefore),
    };
  });
  if (handled.length > 0) await leave(client, keeper.subscription, handled);
  if (fates.length > 0) await fail(client, fates, now);
  const holds = keeper.policy.whenDead === 'hold';
  const dead = fates.filter(({ wait }) => wait === null);
  if (!holds && dead.length > 0)
    await open(
      client,
      keeper.subscription,
      dead.map(({ fact }) => fact),
    );
  const waits = new Map<string, { chain: Chain; wait: number | null }>(
    handled.map((fact) => [fact.chain, { chain: fact, wait: leaseMs }]),
  );
  for (const { fact, wait } of fates) waits.set(fact.chain, { chain: fact, wait: wait ?? (holds ? null : leaseMs) });
  await become(client, keeper.subscription, waits);
  const { service, subscription } = keeper;
  return dead.map(({ fact, handler, failure, attempts }) =>
    deadLetter(service, { ...fact, subscription, key: keyOf(fact), handler, attempts, failure }, now),
  );
}

/** One that had been dead stays, for the record. */
async function leave(client: PoolClient, subscription: string, handled: readonly QueuedFact[]): Promise<void> {
  const ids = (some: readonly QueuedFact[]) => some.map(({ id }) => id);
  const [replayed, others] = [handled.filter(({ diedAt }) => diedAt), handled.filter(({ diedAt }) => !diedAt)];
  if (others.length > 0)
    await client.query({
      name: 'handled',
      text: 'DELETE FROM failed_fact WHERE id = ANY($1::bigint[])',
      values: [ids(others)],
    });
  if (replayed.length > 0)
    await client.query({
      name: 'replayed',
      text: `UPDATE failed_fact SET status = 'replayed' WHERE id = ANY($1::bigint[])`,
      values: [ids(replayed)],
    });
  await passed(client, subscription, others);
  if (replayed.length > 0) await forget(client, subscription, replayed);
}

async function fail(
  client: PoolClient,
  fates: readonly (FailedAgain & { readonly attempts: number; readonly wait: number | null })[],
  now: Date,
): Promise<void> {
  await client.query({
    name: 'failed again',
    text: `UPDATE failed_fact f SET attempts = u.a, handler = u.h, code = u.c, error = u.e, last_failed_at = $6::timestamptz,
             due_at = clock_timestamp() + u.w * interval '1 ms', status = CASE WHEN u.w IS NULL THEN 'dead' ELSE 'waiting' END,
             died_at = CASE WHEN u.w IS NULL THEN coalesce(f.died_at, $6::timestamptz) ELSE f.died_at END,
             history = CASE WHEN jsonb_array_length(f.history) < ${REMEMBERED} THEN f.history ELSE f.history - 0 END
               || jsonb_build_array(jsonb_build_object('attempt', u.a, 'at', $6::text, 'code', u.c, 'error', u.e))
           FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::int[], $7::int[]) AS u(id, h, c, e, a, w)
           WHERE f.id = u.id`,
    values: [
      fates.map(({ fact }) => fact.id),
      fates.map(({ handler }) => handler),
      fates.map(({ failure }) => failure.code),
      fates.map(({ failure }) => failure.text),
      fates.map(({ attempts }) => attempts),
      now.toISOString(),
      fates.map(({ wait }) => wait),
    ],
  });
}

/** In how many milliseconds the keys are tried again; null: held. */
async function become(
  client: PoolClient,
  subscription: string,
  waits: ReadonlyMap<string, { readonly chain: Chain; readonly wait: number | null }>,
): Promise<void> {
  const chains = sortedChains([...waits.values()].map(({ chain }) => chain));
  if (chains.length === 0) return;
  await client.query({
    name: 'due again',
    text: `UPDATE blocked_key b SET due_at = clock_timestamp() + u.w * interval '1 ms' FROM unnest($2::text[], $3::bytea[], $4::int[]) AS u(t, k, w)
           WHERE b.subscription = $1 AND b.topic = u.t AND b.key = u.k`,
    values: [subscription, ...columnsOf(chains), chains.map(({ chain }) => waits.get(chain)?.wait ?? null)],
  });
}

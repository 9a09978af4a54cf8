import type { ThrottlerStorage } from '@nestjs/throttler';
import type { FastifyReply } from 'fastify';
import { problems } from '../problem.js';
import { MINUTE_MS } from './limit.js';

/** So many requests a minute, counted in a window of their own. */
export interface Policy {
  readonly name: 'route' | 'person' | 'address' | 'unauthenticated';
  readonly perMinute: number;
  readonly window: string;
}

type Record = Awaited<ReturnType<ThrottlerStorage['increment']>>;

/**
 * Counts a request by each policy, and tells in its answer how much is left (draft-ietf-httpapi-ratelimit-headers-11). Throws
 * Problem `too_many_requests` when one of them has had enough.
 */
export async function spend(
  windows: ThrottlerStorage,
  reply: FastifyReply,
  policies: readonly Policy[],
): Promise<void> {
  if (policies.length === 0) return;
  const records = await Promise.all(
    policies.map(({ name, perMinute, window }) => windows.increment(window, MINUTE_MS, perMinute, 0, name)),
  );
  tell(reply, policies, records);
  const seconds = Math.max(...records.map(({ timeToBlockExpire }) => timeToBlockExpire));
  if (seconds > 0) throw problems.too_many_requests(seconds);
}

function tell(reply: FastifyReply, policies: readonly Policy[], records: readonly Record[]): void {
  const said = policies.map(({ name, perMinute }) => `"${name}";q=${perMinute};w=${MINUTE_MS / 1000}`);
  const left = policies.flatMap(({ name, perMinute }, i) => {
    const { totalHits = 0, timeToExpire = 0 } = records[i] ?? {};
    return totalHits > 0 ? [`"${name}";r=${Math.max(0, perMinute - totalHits)};t=${timeToExpire}`] : [];
  });
  void reply.header('ratelimit-policy', said.join(', '));
  if (left.length > 0) void reply.header('ratelimit', left.join(', '));
}

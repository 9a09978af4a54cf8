import { telemetry } from '@ride/observability';
import { sampledContextOf } from '../relay/told-sends.js';
import { fateOf, type Keeper, type Parked } from './park.js';
import type { Failure } from './failure.js';
import type { QueuedFact } from './queue.js';
import type { FailedAgain } from './settle.js';

/** How long a fact has waited that is tried now. */
export function tellWait(subscription: string, { headers, event, attempts, lastFailedAt }: QueuedFact): void {
  const to = telemetry();
  const context = to && sampledContextOf(headers);
  if (context === undefined) return;
  to?.begin('retryWait', context, lastFailedAt.getTime())?.end('retry wait', {
    'messaging.message.id': event,
    'messaging.consumer.group.name': subscription,
    'ride.attempt': attempts + 1,
  });
}

/** How late an attempt begins, milliseconds. */
export function tellLate(subscription: string, milliseconds: number): void {
  const about = { 'messaging.consumer.group.name': subscription };
  telemetry()?.measure('ride.retry.lateness', Math.max(0, milliseconds) / 1_000, about);
}

/** First attempts that have failed; what stands behind them has not been tried. */
export function countParked(keeper: Keeper, parked: readonly Parked[]): void {
  for (const { failure } of parked) if (failure) countFailed(keeper, failure, 1);
}

/** Later ones. */
export function countFailedAgain(keeper: Keeper, failed: readonly FailedAgain[]): void {
  for (const { fact, failure } of failed) countFailed(keeper, failure, fact.attempts + 1 - fact.attemptsBefore);
}

function countFailed({ subscription, policy }: Keeper, failure: Failure, attempts: number): void {
  const fate = fateOf(policy, failure, attempts) === null ? 'dead' : 'retried';
  telemetry()?.count('ride.facts.failed', 1, { 'messaging.consumer.group.name': subscription, 'ride.fate': fate });
}

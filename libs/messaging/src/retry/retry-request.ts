import type { LogRecord } from '../log/port.js';
import { chainOf, type Chain } from './chains.js';
import { RETRY } from './retry-sweep.js';
import type { Head } from './queue.js';

/** A record of a retry topic: the head that is to be tried, if it still is the head and has failed no more often since. */
export interface RetryRequest extends Chain, Head {
  /** UTC milliseconds. */
  readonly due: number;
}

/** The requests to a subscription, the last of each chain; records of others and what is no request are left out. */
export function requestsTo(subscription: string, records: readonly LogRecord[]): readonly RetryRequest[] {
  const requests = new Map<string, RetryRequest>();
  for (const { key, headerTexts } of records) {
    // A fact's own headers come first, and one that is edited and sent again may have been here before.
    const about = new Map(headerTexts);
    if (about.get(RETRY.subscription) !== subscription) continue;
    const topic = about.get(RETRY.topic) ?? '';
    const chain = { topic, key: key ?? Buffer.alloc(0) };
    const request = {
      ...chain,
      chain: chainOf(chain),
      id: about.get(RETRY.fact) ?? '',
      attempts: Number(about.get(RETRY.attempts)),
      due: Number(about.get(RETRY.due)),
    };
    requests.set(request.chain, request);
  }
  return [...requests.values()];
}

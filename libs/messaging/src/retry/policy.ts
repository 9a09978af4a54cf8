/** What becomes of a fact whose handler fails. */
export interface RetryPolicy {
  /** How long its key waits after the first, second, … failed attempt, in milliseconds; after the last one it is dead. */
  readonly backoff: readonly number[];
  /**
   * What becomes of the key of a dead fact. `hold`: its later facts wait until somebody repairs it, so that the order is
   * kept. `release`: they go on without it.
   */
  readonly whenDead: 'hold' | 'release';
}

/** Waits are lengthened by up to this share, never shortened, so that many that failed together don't come back together. */
const JITTER = 0.2;

/** How long to wait after so many failed attempts, in milliseconds; null when that was the last one. */
export function waitAfter(policy: RetryPolicy, attempts: number, random = Math.random()): number | null {
  const wait = policy.backoff[attempts - 1];
  return wait === undefined ? null : Math.ceil(wait * (1 + JITTER * random));
}

import { setTimeout as sleep } from 'node:timers/promises';
import { SimulatorError } from '../simulator-error.js';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 2_000;

/** Nothing was answered: the service may be down for a moment. */
export class NoAnswer extends Error {
  constructor(
    message: string,
    /** How long the service asked to be left alone, in milliseconds. */
    readonly waitMs = 0,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'NoAnswer';
  }
}

/** The wait before the next attempt, in milliseconds: doubled each time, with jitter, so that not all come back at once. */
export function backoffMs(attempt: number, random = Math.random()): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1)) * (0.5 + random / 2);
}

/**
 * Tries until something is answered, for at most `patienceMs` after the first failure. `attempt` counts from 1. Throws
 * SimulatorError('service_unreachable') when patience ends, what `act` throws when it is no NoAnswer, and the signal's reason.
 */
export async function patiently<T>(
  act: (attempt: number) => Promise<T>,
  { patienceMs, signal }: { readonly patienceMs: number; readonly signal?: AbortSignal | undefined },
): Promise<T> {
  let failedAt: number | undefined;
  for (let attempt = 1; ; attempt++) {
    try {
      return await act(attempt);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      failedAt ??= performance.now();
      if (performance.now() - failedAt > patienceMs) {
        throw new SimulatorError(
          'service_unreachable',
          `${error.message}, and so for ${Math.round(patienceMs / 1000)} s: is the service running?`,
          { cause: error },
        );
      }
      await sleep(Math.max(backoffMs(attempt), error.waitMs), undefined, { signal });
    }
  }
}

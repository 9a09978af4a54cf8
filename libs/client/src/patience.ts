import { NoAnswer } from './problem.js';

export interface Patience {
  /** After the first failure it is tried again for so long, milliseconds. */
  readonly patienceMs: number;
  /** An attempt that takes longer has failed, milliseconds. */
  readonly attemptMs: number;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Told before each attempt; the first is 1. */
  readonly onAttempt?: ((attempt: number, request: Request) => void) | undefined;
}

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 2_000;
/** Answers that say that nothing was done, by the service or by what stands before it. */
const NOTHING_DONE = new Set([429, 502, 503, 504]);
const REPEATABLE = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);

/** The wait before the next attempt, milliseconds: doubled each time, with jitter, so that not all come back at once. */
export function backoffMs(attempt: number, random = Math.random()): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1)) * (0.5 + random / 2);
}

/**
 * Sends a request, and again while no answer comes or one that says that nothing was done, each time with the same
 * Idempotency-Key. What may not be sent twice is sent once. Throws NoAnswer when patience ends, and the signal's reason.
 */
export async function patiently(request: Request, patience: Patience): Promise<Response> {
  const { patienceMs, attemptMs, fetch, onAttempt } = patience;
  const isRepeatable = REPEATABLE.has(request.method) || request.headers.has('idempotency-key');
  let failedAt: number | undefined;
  for (let attempt = 1; ; attempt++) {
    onAttempt?.(attempt, request);
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(attemptMs)]);
    const answer = await fetch(new Request(request.clone(), { signal })).catch((error: unknown) => error);
    request.signal.throwIfAborted();
    const waitMs = answer instanceof Response ? comeAgainMs(answer) : 0;
    if (answer instanceof Response && waitMs === undefined) return answer;
    failedAt ??= performance.now();
    if (!isRepeatable || performance.now() - failedAt > patienceMs) {
      if (answer instanceof Response) return answer;
      throw new NoAnswer(`${request.method} ${request.url} was not answered: is the service running?`, {
        cause: answer,
      });
    }
    if (answer instanceof Response) await answer.body?.cancel();
    await pause(Math.max(backoffMs(attempt), waitMs ?? 0), request.signal);
  }
}

/** After how many milliseconds to come again; undefined: the answer stands. */
function comeAgainMs({ status, headers }: Response): number | undefined {
  const seconds = headers.get('retry-after');
  // 409 with Retry-After: the same request is being answered at this moment.
  if (!NOTHING_DONE.has(status) && !(status === 409 && seconds !== null)) return undefined;
  return Number(seconds) > 0 ? Number(seconds) * 1000 : 0;
}

/** Rejects with the signal's reason. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = () => reject(signal.reason as Error);
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', over);
      resolve();
    }, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        over();
      },
      { once: true },
    );
  });
}

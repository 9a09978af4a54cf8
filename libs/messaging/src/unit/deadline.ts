/** How long the handlers of a unit may take, in milliseconds: well below transaction_timeout. */
export const HANDLERS_MS = 15_000;
const TICKS = 15;

/** A handler has not returned. It is not waited for any longer, and can change nothing any more. */
export class HandlerTimedOut extends Error {
  override readonly name = 'HandlerTimedOut';
  readonly code = 'handler_timed_out';
  constructor(milliseconds: number) {
    super(`the handler has not returned within ${milliseconds} ms: what it waits for may never come`);
  }
}

/**
 * Resolves with nobody when all have ended, or, after so many milliseconds, with those whom `late` names then or later.
 * Time is counted in ticks: that of a process which was stopped, or whose event loop stood still, is no handler's.
 */
export async function untilEndedOrLate<T>(
  ended: Promise<unknown>,
  milliseconds: number,
  late: () => readonly T[],
): Promise<readonly T[]> {
  const { promise, resolve } = Promise.withResolvers<readonly T[]>();
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
    const found = ticks < TICKS ? [] : late();
    if (found.length > 0) resolve(found);
  }, milliseconds / TICKS);
  try {
    return await Promise.race([ended.then(() => []), promise]);
  } finally {
    clearInterval(timer);
  }
}

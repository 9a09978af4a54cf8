import type { EffectCall } from '../transport/effect.js';
import { HandlerTimedOut } from '../unit/deadline.js';

/** An effect whose deadline has passed gets so many milliseconds more to end by itself, now that its signal is aborted. */
const AFTER_DEADLINE_MS = 1_000;

/** This process has to give its work away: nobody's attempt. */
class Stopped extends Error {
  override readonly name = 'Stopped';
}

export type Ending =
  | { readonly kind: 'returned'; readonly value: unknown }
  | { readonly kind: 'threw'; readonly error: unknown }
  | { readonly kind: 'stopped' };

/** One call of an effect: it ends in time, whatever the handler does. */
export class Call implements EffectCall {
  readonly #controller = new AbortController();
  readonly #givenUp = Promise.withResolvers<never>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    readonly idempotencyKey: string,
    readonly attempt: number,
    private readonly deadlineMs: number,
  ) {}

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  async run(work: () => Promise<unknown>): Promise<Ending> {
    this.#timer = setTimeout(() => this.#late(), this.deadlineMs);
    try {
      return { kind: 'returned', value: await Promise.race([work(), this.#givenUp.promise]) };
    } catch (error) {
      const { reason } = this.signal as { reason: unknown };
      if (reason instanceof Stopped) return { kind: 'stopped' };
      return { kind: 'threw', error: reason !== undefined && isAbort(error) ? reason : error };
    } finally {
      clearTimeout(this.#timer);
    }
  }

  /** Aborts the signal; what the handler throws from now on does not count. */
  stop(): void {
    this.#controller.abort(new Stopped('this process gives its work away'));
  }

  /** A handler that does not end after `stop` either is left alone. */
  giveUp(): void {
    this.#givenUp.reject(this.signal.reason);
  }

  #late(): void {
    this.#controller.abort(new HandlerTimedOut(this.deadlineMs));
    this.#timer = setTimeout(() => this.giveUp(), AFTER_DEADLINE_MS);
  }
}

/** What the platform's own functions throw when their signal is aborted, and what the signal gives as its reason. */
function isAbort(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('name' in error)) return false;
  return error instanceof HandlerTimedOut || error.name === 'AbortError' || error.name === 'TimeoutError';
}

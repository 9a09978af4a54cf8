import { AsyncLocalStorage } from 'node:async_hooks';

/** What is being handled: a request or a heard fact. */
export interface Handled {
  /** The request's id, or the ce_id of the fact. */
  readonly id: string;
  readonly correlationId: string;
  /** W3C trace context. */
  readonly traceparent?: string | undefined;
}

const current = new AsyncLocalStorage<Handled>();

/** Runs `work` so that every log line written in it, however deep, says which request or fact it belongs to. */
export function withCause<T>(cause: Handled, work: () => T): T {
  return current.run(cause, work);
}

/** What is being handled here and now, if anything is. */
export function currentCause(): Handled | undefined {
  return current.getStore();
}

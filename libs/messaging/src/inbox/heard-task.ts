import { UndecodableFact, type Handled, type Schemas } from '@ride/events';
import { telemetry, withCause } from '@ride/observability';
import { errorCode } from '../unit/faults.js';
import type { Task } from '../unit/unit.js';
import type { Tx } from '../tx.js';
import type { HeardRecord } from './heard-record.js';
import { attributesOf, titleOf } from './told-fact.js';

/** The `@On` handlers of a service. */
export interface Handling {
  /** Runs the handlers of the fact (by name), one after the other, and calls `enters` with the name of each before it. */
  deliver(type: string, fact: unknown, tx: Tx, enters: (handler: string) => void): Promise<void>;
  /** The first handler of the fact (by name); empty when there is none. */
  firstOf(type: string): string;
}

/** A heard fact to be handled. */
export interface HeardTask extends Task {
  readonly heard: HeardRecord;
  /** The handler that it is in, or will come to. */
  readonly handler: string;
  /** Once it has run: that it was handled. */
  handled(): Handled;
}

/** `attempt`: the how many-th it is of the subscription's at this fact, from 1. */
export function heardTask(
  heard: HeardRecord,
  schemas: Schemas,
  handling: Handling,
  subscription: string,
  attempt: number,
): HeardTask {
  const { type, cause, time, record } = heard;
  let handler = type ? handling.firstOf(type.type) : '';
  let handlers = '';
  let began = 0;
  let tookMs = 0;
  return {
    heard,
    chain: heard.chain,
    cause,
    now: time,
    isSecondary: type?.change === 'secondary',
    get handler() {
      return handler;
    },
    handled: () => ({
      ...{ event: heard.id, correlationId: cause.correlationId },
      ...{ attempt, at: began, tookMs, handler: handlers },
    }),
    run: async (tx) => {
      began = Date.now();
      handlers = '';
      const start = performance.now();
      const enters = (entered: string) => {
        handler = entered;
        handlers += handlers === '' ? entered : `+${entered}`;
      };
      const span = telemetry()?.begin('process', cause.traceparent);
      const here = span ? { ...cause, traceparent: span.traceparent } : cause;
      try {
        if (!type || !record.value)
          throw new UndecodableFact('undecodable', 'the record has no ce_type: nothing says which fact it is');
        const data = schemas.decode(type, record.value);
        const fact = { type: type.type, time, data, ...here };
        const view = span ? tx.because(here) : tx;
        await withCause(here, () => handling.deliver(type.type, fact, view, enters));
        tookMs = performance.now() - start;
        span?.end(titleOf('process', heard), attributesOf(heard, subscription, handler, attempt));
      } catch (error) {
        span?.end(titleOf('process', heard), attributesOf(heard, subscription, handler, attempt), errorCode(error));
        throw error;
      }
    },
  };
}

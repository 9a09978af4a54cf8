import { UndecodableFact, type Schemas } from '@ride/events';
import { withCause } from '@ride/observability';
import type { Task } from '../unit/unit.js';
import type { Tx } from '../tx.js';
import type { HeardRecord } from './heard-record.js';

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
}

export function heardTask(heard: HeardRecord, schemas: Schemas, handling: Handling): HeardTask {
  const { type, cause, time, record } = heard;
  let handler = type ? handling.firstOf(type.type) : '';
  return {
    heard,
    chain: heard.chain,
    cause,
    now: time,
    isSecondary: type?.change === 'secondary',
    get handler() {
      return handler;
    },
    run: async (tx) => {
      if (!type || !record.value)
        throw new UndecodableFact('undecodable', 'the record has no ce_type: nothing says which fact it is');
      const data = schemas.decode(type, record.value);
      const fact = { type: type.type, time, data, ...cause };
      await withCause(cause, () => handling.deliver(type.type, fact, tx, (entered) => (handler = entered)));
    },
  };
}

import type { KafkaLogOptions } from '../log/kafkajs.js';
import type { RetryPolicy } from '../retry/policy.js';
import type { Migration } from './database.js';

export interface RuntimeOptions {
  readonly migrations?: readonly Migration[];
  /** false: facts stay in the outbox. For measuring what the rest costs. */
  readonly relay?: boolean;
  /** How long facts are gathered, milliseconds, where nobody waits for what the service says to them; default 0. */
  readonly gatherMs?: number;
  /** Of the `@On` handlers; default: RIDE_RETRY_BACKOFF_MS, and a dead fact holds its key. */
  readonly retry?: Partial<RetryPolicy>;
  /** How long the handlers of a unit of work may take, milliseconds; default 15,000. */
  readonly handlersMs?: number;
  /** How sockets to the broker are opened: tests put a proxy between. */
  readonly socketFactory?: KafkaLogOptions['socketFactory'];
}

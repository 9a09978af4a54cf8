import type { Logger } from '../log/logger.js';
import type { Log } from '../log/port.js';

export interface RelayOptions {
  /** The service's own database, with the tables of OUTBOX_TABLES. */
  readonly databaseUrl: string;
  readonly log: Log;
  /** Before the logical topic names. */
  readonly namespace: string;
  readonly logger: Logger;
  readonly metrics?: RelayMetrics;
}

export interface RelayMetrics {
  /** Records acknowledged in one round, and its milliseconds from the lock to the last acknowledgement. */
  sent?(records: number, ms: number): void;
  refused?(topic: string, reason: string): void;
  failed?(error: Error): void;
}

export interface RelayHealth {
  /** false: facts are waiting that should have left. */
  readonly ok: boolean;
  /** What is wrong, for readiness; also set while rows stand in outbox_refused. */
  readonly reason: string | null;
  /** Rows in outbox_refused, up to 1,000. */
  readonly refused: number;
  /** Age of the oldest row at the last poll, in milliseconds; null when there was none. */
  readonly oldestMs: number | null;
  /** Epoch milliseconds of the last time that the relay found everything in order. */
  readonly lastRound: number | null;
}

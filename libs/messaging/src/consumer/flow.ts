import type { LogBatch, Position } from '../log/port.js';

/** What a member has between joining its group and joining it again. */
export interface Share {
  /**
   * false: somebody else may have it by now. A process that was stopped and goes on doesn't know yet; the clock tells it.
   * Nothing may begin until it is true again.
   */
  holds(): boolean;
  /** Nothing may begin until it is false again; what is under way ends. */
  isPaused(): boolean;
  /** Everything before the positions is done or parked. */
  commit(positions: readonly Position[]): void;
  /** Something waits in place: infrastructure is out of reach, or nothing can be written down. */
  waits(error: unknown): void;
  /** Something was done. */
  goesOn(): void;
}

/**
 * Work on the records of a share that goes on while the next ones are fetched, so that what takes long holds up nothing
 * but its own key. (A unit of work is waited for instead.)
 */
export interface Flow {
  /** Resolves when it can take more; at once when it has ended. Must not reject. Of a partition, one batch at a time is given. */
  take(batch: LogBatch): Promise<void>;
  /**
   * The share is to be given away: nothing begins any more, and what is under way ends or is given up. Resolves when all is
   * told that will be, some seconds later at most.
   */
  end(): Promise<void>;
}

export type OpenFlow = (share: Share) => Flow;

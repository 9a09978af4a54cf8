export interface IsolationJob {
  /** The key whose handler fails while a run is broken. */
  readonly failing: string;
}

/** What the service's process is told. It answers each with one message. */
export type Told =
  /** A run begins; answered at once. */
  | { readonly begin: { readonly broken: boolean } }
  /** So many facts of other keys were said; answered when they are handled, with their latencies. */
  | { readonly others: number }
  /** So many of the failing key were said, and the cause is mended; answered when they are handled. */
  | { readonly mendedOf: number };

export interface RunReport {
  /** From saying to commit, milliseconds, of every fact but the failing key's. */
  readonly latencies: readonly number[];
  /** Attempts that failed. */
  readonly failures: number;
}

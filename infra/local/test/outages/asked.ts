/** One request of somebody, and how it was answered. */
export interface Asked {
  /** The key of the fact that follows from it: the person's or the ride's id. */
  readonly key: string;
  readonly what: string;
  /** The id that the service gave it: what is said because of it names it as its cause. */
  readonly requestId: string;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Problem details that say when to come again. */
  readonly saysWhen: boolean;
  /** When it was sent and how long the answer took: milliseconds of performance.now(). */
  readonly sentAt: number;
  readonly ms: number;
}

export function isAccepted({ status }: Asked): boolean {
  return status >= 200 && status < 300;
}

/** "Come again": nothing was done, and when to try is said. */
export function isPutOff({ status, saysWhen }: Asked): boolean {
  return status === 503 && saysWhen;
}

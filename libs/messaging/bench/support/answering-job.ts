/** What every way of transactional handlers is given to do: so many facts wait in the log. */
export interface AnsweringJob {
  readonly facts: number;
  readonly partitionsAtOnce: number;
}

/** From the begin of the first handler to the last commit. */
export interface AnsweringTime {
  readonly seconds: number;
}

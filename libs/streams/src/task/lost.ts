/** Why an application could not take something: one of its functions threw, or what it says can't be said. */
export interface Failure {
  /** The node, or the fact that can't be said. */
  readonly node: string;
  readonly error: unknown;
}

/** A result that is lost: it stands in no topic, and this is all that is left of it. Plain JSON. */
export interface Lost extends Failure {
  readonly key: string;
  readonly value: unknown;
}

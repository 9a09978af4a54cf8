/** How a service says a ride ended, from its own state: null while it hasn't, `endings` how often it heard of an end. */
export interface Outcome {
  readonly rideId: string;
  readonly outcome: 'completed' | 'cancelled' | 'unfulfilled' | null;
  readonly endings: number;
}

/** Each service provides its own: `{ provide: Outcomes, useClass: … }`. */
export abstract class Outcomes {
  /** Those of the rides that have ended here; the others may be left out. */
  abstract outcomes(rideIds: readonly string[]): Promise<readonly Outcome[]>;
}

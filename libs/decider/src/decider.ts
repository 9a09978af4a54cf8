/** A policy. Pure: ids and all that is random come in with the command; times are UTC milliseconds. */
export interface Decider<State, Command, Hears, Says> {
  readonly initial: State;
  /** A person's command; may throw a Rejected. */
  readonly decide: (state: State, command: Command, now: number) => readonly Says[];
  /** Never throws: a refusal is a fact. Sees the state before the fact. */
  readonly react: (state: State, fact: Hears, now: number) => readonly Says[];
  /** Folds what was heard and what was said; `at` is the event time. */
  readonly evolve: (state: State, fact: Hears | Says, at: number) => State;
  /** When something is due by itself (null: never), and what is said then. */
  readonly deadline?: {
    /** `hearingSince`: what happened before could not be heard, so silence counts from there at the earliest. */
    readonly at: (state: State, hearingSince: number) => number | null;
    readonly passed: (state: State, now: number) => readonly Says[];
  };
}

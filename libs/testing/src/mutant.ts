/** A mistake in a service's policy, in one place, and the test that must notice it; `npm run mutants` makes it. */
export interface Mutant {
  /** In words, such as "an acceptance by a busy driver counts". */
  readonly name: string;
  /** Paths are those of the package that lists it. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  readonly test: string;
  /** The title of the test that must fail, without those of its describes. */
  readonly fails: string;
  /** The test notices by waiting in vain for what the mistake prevents. Any other mutant must be contradicted, not outlived. */
  readonly byWaiting?: true;
}

/** What a service exports as `catalogue` of its mutants/catalogue.ts: the mutants of one policy together. */
export type Catalogue = readonly {
  /** The service and the policy, such as `driver shift`: its mutants can be chosen by each of these words. */
  readonly label: string;
  /** What the policy is for. */
  readonly title: string;
  readonly mutants: readonly Mutant[];
}[];

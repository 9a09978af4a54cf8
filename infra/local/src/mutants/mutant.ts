/** A mistake in our code, in one place, and the test that must notice it. */
export interface Mutant {
  /** In words, such as "the inbox insert is removed". */
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

/** What a package exports as `catalogue` of its mutants/catalogue.ts: mutants of one rule or policy together. */
export type Catalogue = readonly {
  /** In short, such as `promise 5`: its mutants can be chosen by each of these words. */
  readonly label: string;
  readonly title: string;
  readonly mutants: readonly Mutant[];
}[];

/** A mutant with its place in the repository; paths are absolute. */
export interface Placed extends Mutant {
  readonly label: string;
  readonly title: string;
}

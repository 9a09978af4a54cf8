/** A mistake in our code, in one place, and the test that must notice it. */
export interface Mutant {
  /** In words, such as "an append is tried again". */
  readonly name: string;
  /** Paths are the package's. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  readonly test: string;
  /** The title of the test that must fail, without those of its describes. */
  readonly fails: string;
}

import type { PromiseNumber } from '../test/promises/promises.js';

/** A mistake in our code, in one place, and the test that must notice it. */
export interface Mutant {
  /** In words, such as "the inbox insert is removed". */
  readonly name: string;
  /** Paths are the package's. */
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

/** A mutant, and the promise that it breaks. */
export interface Numbered extends Mutant {
  readonly promise: PromiseNumber;
}

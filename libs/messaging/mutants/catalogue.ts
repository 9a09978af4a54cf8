import type { PromiseNumber } from '../test/promises/promises.js';
import { effects } from './effects.js';
import type { Mutant, Numbered } from './mutant.js';
import { outboxToLog } from './promise-01.js';
import { exactlyOnce } from './promise-02.js';
import { inOrder } from './promise-03.js';
import { repairs } from './promise-12.js';

const of = (promise: PromiseNumber, mutants: readonly Mutant[]): Numbered[] =>
  mutants.map((mutant) => ({ ...mutant, promise }));

/** Every mutant, by promise. */
export const mutants: readonly Numbered[] = [
  ...of(1, outboxToLog),
  ...of(2, exactlyOnce),
  ...of(3, inOrder),
  ...of(12, repairs),
  ...effects,
];

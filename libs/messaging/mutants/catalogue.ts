import type { PromiseNumber } from '../test/promises/promises.js';
import { effects } from './effects.js';
import type { Mutant, Numbered } from './mutant.js';
import { outboxToLog } from './promise-01.js';
import { exactlyOnce } from './promise-02.js';
import { inOrder } from './promise-03.js';
import { offsets } from './promise-04.js';
import { otherKeys } from './promise-05.js';
import { notEarly } from './promise-06.js';
import { deadLetters } from './promise-07.js';
import { nothingStops } from './promise-08.js';
import { attempts } from './promise-09.js';
import { stops } from './promise-10.js';
import { ids } from './promise-11.js';
import { repairs } from './promise-12.js';

const of = (promise: PromiseNumber, mutants: readonly Mutant[]): Numbered[] =>
  mutants.map((mutant) => ({ ...mutant, promise }));

/** Every mutant, by promise. */
export const mutants: readonly Numbered[] = [
  ...of(1, outboxToLog),
  ...of(2, exactlyOnce),
  ...of(3, inOrder),
  ...of(4, offsets),
  ...of(5, otherKeys),
  ...of(6, notEarly),
  ...of(7, deadLetters),
  ...of(8, nothingStops),
  ...of(9, attempts),
  ...of(10, stops),
  ...of(11, ids),
  ...of(12, repairs),
  ...effects,
];

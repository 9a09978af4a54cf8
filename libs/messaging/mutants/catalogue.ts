import { PROMISES } from '../test/promises/promises.js';
import { breaks } from './breaks.js';
import { claims } from './claims.js';
import { effects } from './effects.js';
import type { Mutant } from './mutant.js';
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

/** By the number of the promise that they break. */
const byPromise: Readonly<Record<string, readonly Mutant[]>> = {
  1: outboxToLog,
  2: exactlyOnce,
  3: inOrder,
  4: offsets,
  5: otherKeys,
  6: notEarly,
  7: deadLetters,
  8: nothingStops,
  9: attempts,
  10: stops,
  11: ids,
  12: repairs,
};

/** Every mutant of delivery, by promise, and those of requests. */
export const catalogue = [
  ...Object.entries(PROMISES).map(([number, sentence]) => ({
    label: `promise ${number}`,
    title: `${number}. ${sentence}`,
    mutants: [...(byPromise[number] ?? []), ...effects.filter(({ promise }) => promise === Number(number))],
  })),
  { label: 'requests claims', title: 'A claim is one request’s, and nobody waits for it', mutants: claims },
  { label: 'breaks', title: 'What is broken on purpose is broken so, and no otherwise', mutants: breaks },
];

import type { Mutant } from './mutant.js';

const TEST = 'test/breaks.e2e.spec.ts';

/** Mistakes in what breaks things on purpose. */
export const breaks: readonly Mutant[] = [
  {
    name: 'each turn counts for itself how often it was broken',
    file: 'src/breaks/hits.ts',
    find: 'times - hits AS left',
    replace: 'times AS left',
    test: TEST,
    fails:
      'fails as many attempts as it was told to, of all instances and keys together, and then everything is handled in order',
  },
  {
    name: 'an attempt whose unit was lost is not known when it comes again',
    file: 'src/breaks/hits.ts',
    find: 'h.break IS NOT NULL AS "isKnown"',
    replace: 'false AS "isKnown"',
    test: TEST,
    fails:
      'breaks the same attempt again, and counts it once, when its unit is lost before the failure is written down',
  },
  {
    name: 'a break of one key is one of all keys',
    file: 'src/breaks/breaking.ts',
    find: 'each.key === null || each.key === key',
    replace: 'each.key !== undefined || each.key === key',
    test: TEST,
    fails: 'holds one key only when it is told of one',
  },
  {
    name: 'a paused effect goes on with what it has fetched',
    file: 'src/effects/patience.ts',
    find: '!this.share.isPaused() && ',
    replace: '',
    test: TEST,
    fails: 'pauses an effect: what has been fetched already waits, too',
  },
  {
    name: 'what is broken is not known before the first fact',
    file: 'src/service/runtime.ts',
    find: 'await this.breaks?.once();',
    replace: '',
    test: TEST,
    fails: 'survives a restart: a paused consumer begins nothing, a broken handler is broken',
  },
];

import type { Mutant } from './mutant.js';

const EARLY = 'test/promises/06-not-early.e2e.spec.ts';
const LONGER = 'waits longer after each attempt, and never shorter than it says';

export const notEarly: readonly Mutant[] = [
  {
    name: 'a retry before it is due: whoever asks for it gets it',
    file: 'src/retry/retrying.ts',
    find: 'const early = queue.findIndex(({ isEarly }) => isEarly);',
    replace: 'const early = queue[0]?.isEarly ? -1 : queue.findIndex(({ isEarly }) => isEarly);',
    test: EARLY,
    fails: 'runs nothing early, whoever asks for it',
  },
  {
    name: 'a fact that is not due is drained behind one that is',
    file: 'src/retry/retrying.ts',
    find: 'return early < 0 ? queue : queue.slice(0, early);',
    replace: 'return early === 0 ? [] : queue;',
    test: EARLY,
    fails: 'stops in front of a fact that is not due, when one before it is replayed',
  },
  {
    name: 'every wait is as long as the first',
    file: 'src/retry/policy.ts',
    find: 'const wait = policy.backoff[attempts - 1];',
    replace: 'const wait = policy.backoff[attempts - 1] && policy.backoff[0];',
    test: EARLY,
    fails: LONGER,
  },
  {
    name: 'jitter shortens a wait',
    file: 'src/retry/policy.ts',
    find: '(1 + JITTER * random)',
    replace: '(1 + JITTER * (random - 1))',
    test: 'src/retry/policy.spec.ts',
    fails: 'is never shorter than it says, and at most a fifth longer',
  },
];

import type { Mutant } from './mutant.js';

const SETTLE = 'src/retry/settle.ts';
const ATTEMPTS = 'test/promises/09-attempts.e2e.spec.ts';
const FAULTS = 'src/unit/faults.ts';

export const attempts: readonly Mutant[] = [
  {
    name: 'attempts are shared between the facts of a key',
    file: SETTLE,
    find: 'WHERE f.id = u.id`',
    replace: 'WHERE f.key = (SELECT o.key FROM failed_fact o WHERE o.id = u.id)`',
    test: ATTEMPTS,
    fails: 'gives each fact of a key all its attempts, whatever the others of it have used up',
  },
  {
    name: 'what stands behind a failed fact has used up an attempt',
    file: 'src/retry/park.ts',
    find: 'rows.map((r) => (r.failure ? 1 : 0)),',
    replace: 'rows.map(() => 1),',
    test: ATTEMPTS,
    fails: 'gives each fact of a key all its attempts, whatever the others of it have used up',
  },
  {
    name: 'a replay has no attempts left',
    file: SETTLE,
    find: 'wait: fateOf(keeper.policy, each.failure, attempts + 1 - attemptsBefore),',
    replace: 'wait: fateOf(keeper.policy, each.failure, attempts + 1),',
    test: ATTEMPTS,
    fails: 'gives a fact that is replayed all its attempts again, and tells of all together',
  },
  {
    name: 'NonRetriable is retried',
    file: 'src/retry/failure.ts',
    find: 'error instanceof NonRetriable || ',
    replace: '',
    test: ATTEMPTS,
    fails: 'tries only once what trying again cannot help',
  },
  {
    name: 'a broker that lets nobody in is an attempt',
    file: FAULTS,
    find: "const OUT_OF_REACH = new Set(['log_unavailable', 'access_refused', 'registry_unavailable']);",
    replace: "const OUT_OF_REACH = new Set(['log_unavailable', 'registry_unavailable']);",
    test: 'src/unit/faults.spec.ts',
    fails: 'a broker that lets nobody in is nobody’s',
  },
  {
    name: 'the registry out of reach is an attempt',
    file: FAULTS,
    find: "const OUT_OF_REACH = new Set(['log_unavailable', 'access_refused', 'registry_unavailable']);",
    replace: "const OUT_OF_REACH = new Set(['log_unavailable', 'access_refused']);",
    test: 'src/unit/faults.spec.ts',
    fails: 'the registry out of reach is nobody’s',
  },
  {
    name: 'a database that is shutting down is an attempt',
    file: FAULTS,
    find: '(08|53|57)',
    replace: '(08|53)',
    test: 'src/unit/faults.spec.ts',
    fails: 'PostgreSQL shutting down or starting (57) is nobody’s',
  },
];

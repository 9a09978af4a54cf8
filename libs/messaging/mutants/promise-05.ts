import type { Mutant } from './mutant.js';

const HEARING = 'src/inbox/hearing.ts';
const KEYS = 'test/promises/05-other-keys.e2e.spec.ts';

const GOES_ON =
  'goes on with the other keys of the batch, the partition and the service, and drains the key when it is due';

export const otherKeys: readonly Mutant[] = [
  {
    name: 'a handler that throws makes its partition wait in place',
    file: 'src/unit/faults.ts',
    find: "if (!(error instanceof Error)) return 'handler';",
    replace: "if (error instanceof Error) return 'infrastructure';",
    test: KEYS,
    fails: GOES_ON,
  },
  {
    name: 'one failing handler fails its whole batch',
    file: HEARING,
    find: 'else if (failed.has(task)) {',
    replace: 'else if (failed.size > 0) {',
    test: KEYS,
    fails: GOES_ON,
  },
  {
    name: 'a failed key blocks its topic',
    file: HEARING,
    find: 'if (blocked.has(chain)) parked.push({ heard, handler });',
    replace: 'if (blocked.size > 0) parked.push({ heard, handler });',
    test: KEYS,
    fails: GOES_ON,
  },
  {
    name: 'what stands behind a failed fact is dead with it',
    file: 'src/retry/park.ts',
    find: 'isDead: failure !== undefined && wait === null,',
    replace: 'isDead: wait === null,',
    test: KEYS,
    fails: GOES_ON,
  },
];

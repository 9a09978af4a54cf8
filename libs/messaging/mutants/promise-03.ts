import type { Mutant } from './mutant.js';

const HEARING = 'src/inbox/hearing.ts';
const QUEUE = 'src/retry/queue.ts';
const ORDER = 'test/promises/03-in-order.e2e.spec.ts';
const RETRY = 'test/ordered-retry.e2e.spec.ts';

const RETRIES = 'across retries, also when several facts of a key fail, and later ones come meanwhile';
const RELEASED =
  'when its key is released between the look and the parking: a later fact is handled, and not left behind';

export const inOrder: readonly Mutant[] = [
  {
    name: 'a later fact of a blocked key is run',
    file: HEARING,
    find: 'if (blocked.has(chain)) parked.push({ heard, handler });',
    replace: 'if (blocked.size > standing.size) parked.push({ heard, handler });',
    test: ORDER,
    fails: RETRIES,
  },
  {
    name: 'what stands behind a failed fact in its batch is run',
    file: HEARING,
    find: 'if (blocksItsKey(policy, failure, 1)) blocked.add(chain);',
    replace: '',
    test: ORDER,
    fails: RETRIES,
  },
  {
    name: 'what stands behind a failed fact is written down backwards',
    file: 'src/retry/park.ts',
    find: 'ORDER BY n`',
    replace: 'ORDER BY n DESC`',
    test: ORDER,
    fails: RETRIES,
  },
  {
    name: 'a queue is drained past a fact that fails again',
    file: 'src/retry/retrying.ts',
    find: `again.push({ fact, handler, failure: failureOf(failed.get(task)) });
            ended.add(chain);`,
    replace: 'again.push({ fact, handler, failure: failureOf(failed.get(task)) });',
    test: ORDER,
    fails: RETRIES,
  },
  {
    name: 'a held key is run by whoever asks',
    file: QUEUE,
    find: 'AND b.due_at IS NOT NULL\n           CROSS',
    replace: 'CROSS',
    test: ORDER,
    fails: 'not past a dead fact that holds its key, whoever asks for what is behind it',
  },
  {
    name: 'a later fact slips past a dead one that is being put back',
    file: HEARING,
    find: 'await stillOpen(client, subscription, passing);',
    replace: '',
    test: RETRY,
    fails: 'parks a later fact behind a dead one that is put back while the later one is handled',
  },
  {
    name: 'a released key: nothing keeps it from being released under what is parked behind it',
    file: 'src/migrations/ordered-retry-1764200000000.ts',
    find: `STORED,
        ADD FOREIGN KEY (subscription, topic, blocks) REFERENCES blocked_key (subscription, topic, key);`,
    replace: 'STORED;',
    test: ORDER,
    fails: RELEASED,
  },
  {
    name: 'a released key: the batch that has met it counts as a failed attempt',
    file: 'src/unit/faults.ts',
    find: ", '23503']",
    replace: ']',
    test: ORDER,
    fails: RELEASED,
  },
];

import type { Mutant } from './mutant.js';

const ORDERS = 'src/dead-letters/orders.ts';
const PUT_BACK = 'src/dead-letters/put-back.ts';
const OPEN_KEYS = 'src/dead-letters/open-keys.ts';
const EDIT = 'src/dead-letters/edit.ts';
const SWEEP = 'src/dead-letters/repair-sweep.ts';
const REPAIRS = 'test/promises/12-repairs.e2e.spec.ts';
const LOOK_AND_EDIT = 'test/dead-letters.e2e.spec.ts';

const ONCE = 'are the same repair when they are asked for again, and are refused when something else is';
const OVERTAKEN = 'release a key: it goes on, its dead letter stays, and what is handled since is told before a replay';
const EDITED = 'puts a copy with an id of its own at the place of the original, which is kept as discarded';

export const repairs: readonly Mutant[] = [
  {
    name: 'what a repair has put back is committed before the step is marked as done',
    file: SWEEP,
    find: "await crashPoints.reached?.('repair: in the middle of a step');",
    replace: `await client.query('COMMIT'); await client.query('BEGIN');
      await crashPoints.reached?.('repair: in the middle of a step');`,
    test: REPAIRS,
    fails:
      'go on in another instance when one crashes half-way, and each fact is handled once, in the order of its key',
  },
  {
    name: 'a repair that is asked for again is ordered again',
    file: ORDERS,
    find: 'if (rowCount === 1) return true;',
    replace: 'return true;',
    test: REPAIRS,
    fails: ONCE,
  },
  {
    name: 'another order under the id of a repair is taken for that repair',
    file: ORDERS,
    find: 'if (rows[0]?.same !== true)',
    replace: 'if (rows.length === 0)',
    test: REPAIRS,
    fails: ONCE,
  },
  {
    name: 'a limit takes the later facts of a key without the earlier ones',
    file: 'src/dead-letters/filter.sql.ts',
    find: 'ORDER BY f.place, f.id LIMIT',
    replace: 'ORDER BY f.place DESC LIMIT',
    test: REPAIRS,
    fails: ONCE,
  },
  {
    name: 'a replay is ordered without asking what has been handled since',
    file: ORDERS,
    find: "if (asked.kind === 'replay' && asked.acceptOvertaken !== true)",
    replace: 'if (asked.total)',
    test: REPAIRS,
    fails: OVERTAKEN,
  },
  {
    name: 'what is overtaken between the order and its turn is put back all the same',
    file: PUT_BACK,
    find: 'order.acceptOvertaken ? new Set<string>()',
    replace: 'order ? new Set<string>()',
    test: REPAIRS,
    fails: 'do not replay what is overtaken between the order and its turn',
  },
  {
    name: 'a held key goes on without the fact that holds it',
    file: PUT_BACK,
    find: "if (state === 'held' && holder !== undefined) return moved.has(holder);",
    replace: '',
    test: REPAIRS,
    fails: 'leave a key held by the fact that holds it, when only an earlier one of it is put back',
  },
  {
    name: 'the key of a discarded fact stays held',
    file: OPEN_KEYS,
    find: 'holder !== undefined && discarded.has(holder)',
    replace: 'holder === undefined && discarded.size > 0',
    test: REPAIRS,
    fails: 'discard the last fact of a key: the key is free',
  },
  {
    name: 'nobody writes down who discarded a fact, and why',
    file: OPEN_KEYS,
    find: 'order.reason, order.who]',
    replace: 'null, null]',
    test: REPAIRS,
    fails: 'discard a fact with a reason: its key goes on without it',
  },
  {
    name: 'a key is released without counting what is handled since',
    file: OPEN_KEYS,
    find: 'for (const [subscription, own] of bySubscription(held)) await open(client, subscription, own);',
    replace: '',
    test: REPAIRS,
    fails: OVERTAKEN,
  },
  {
    name: 'an edited copy stands at the end of the queue',
    file: EDIT,
    find: 'died_at, place FROM failed_fact',
    replace: 'died_at, NULL::bigint FROM failed_fact',
    test: LOOK_AND_EDIT,
    fails: EDITED,
  },
  {
    name: 'an edited copy has the id of its original in its headers',
    file: EDIT,
    find: 'ce_id: id, ce_type',
    replace: 'ce_id: original, ce_type',
    test: LOOK_AND_EDIT,
    fails: EDITED,
  },
  {
    name: 'the original of an edited copy stays dead',
    file: EDIT,
    find: "UPDATE failed_fact SET status = 'discarded', history",
    replace: "UPDATE failed_fact SET status = 'dead', history",
    test: LOOK_AND_EDIT,
    fails: EDITED,
  },
];

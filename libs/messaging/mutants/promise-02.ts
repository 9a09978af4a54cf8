import type { Mutant } from './mutant.js';

const HEARING = 'src/inbox/hearing.ts';
const UNIT = 'src/unit/unit.ts';
const ONCE = 'test/promises/02-exactly-once.e2e.spec.ts';
const CUT = 'test/promises/02-cut-at-commit.e2e.spec.ts';

const DUPLICATE = 'handles a duplicate within one batch, and one that comes later, once';
const BEFORE = 'holds when the connection is cut in the middle of COMMIT, before it reaches the server';

export const exactlyOnce: readonly Mutant[] = [
  {
    name: 'the inbox insert is removed',
    file: 'src/inbox/inbox.ts',
    find: 'const ids = [...days.keys()].sort();',
    replace: 'const ids = [...days.keys()].sort(); if (ids.length > 0) return new Set(ids);',
    test: ONCE,
    fails: DUPLICATE,
  },
  {
    name: 'claims are not unique within a batch',
    file: HEARING,
    find: 'if (!fresh.delete(task.heard.id)) continue;',
    replace: 'if (!fresh.has(task.heard.id)) continue;',
    test: ONCE,
    fails: DUPLICATE,
  },
  {
    name: 'two handlers of a batch share a row',
    file: 'src/unit/holding.ts',
    find: 'if (holder === who) return undefined;',
    replace: 'this.holds = () => true; if (row) return undefined;',
    test: ONCE,
    fails: 'keeps both changes when two facts of one batch change the same row',
  },
  {
    name: 'what a handler has written and said before it failed is kept',
    file: UNIT,
    find: 'if (failures.size > 0) throw new TaskFailed(failures, unit.rows.touched);\n  return refused;',
    replace: 'return refused;',
    test: ONCE,
    fails: 'counts nothing of a handler that fails, before it is tried again',
  },
  {
    name: 'facts are said by a transaction of their own',
    file: UNIT,
    find: 'if (said.length > 0) writes.push(outboxStatement(said));',
    replace: `if (said.length > 0) {
      await context.pool.query(outboxStatement(said));
      writes.push(outboxStatement([]));
    }`,
    test: CUT,
    fails: BEFORE,
  },
  {
    name: 'ids are claimed by a transaction of their own',
    file: HEARING,
    find: 'const blocked = new Set(standing);',
    replace: "const blocked = new Set(standing); await client.query('END'); await client.query('BEGIN');",
    test: CUT,
    fails: BEFORE,
    byWaiting: true,
  },
  {
    name: 'a unit claims before its transaction stands',
    file: UNIT,
    find: 'if (around.before) await begun;',
    replace: '',
    test: 'test/unit-begins.e2e.spec.ts',
    fails: 'claims nothing: the fact is heard again, and is not taken for one that was handled',
  },
];

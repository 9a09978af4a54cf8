import type { Mutant } from './mutant.js';

const TEST = 'test/claims.e2e.spec.ts';

export const claims: readonly Mutant[] = [
  {
    name: 'a claim is given to everybody',
    file: 'src/unit/table.ts',
    find: "pg_try_advisory_xact_lock(hashtextextended('${this.name}/' || c.id, 0)) AS free",
    replace: 'true AS free',
    test: TEST,
    fails: 'is not given while another transaction has it, and nobody waits',
  },
  {
    name: 'two requests of one transaction are given the same claim',
    file: 'src/unit/view.ts',
    find: "if (this.unit.holding.isAnothers(this.#holder, key)) return 'taken';",
    replace: '',
    test: TEST,
    fails: 'is given to one request of a transaction at a time, and to the next when that one has returned',
  },
  {
    name: 'a unit that runs again rests on the claim that it lost',
    file: 'src/unit/rows.ts',
    find: '.filter(({ claimed }) => !claimed)',
    replace: '',
    test: TEST,
    fails: 'is made anew when its unit runs again after a conflict',
  },
  {
    name: 'what is loaded after a claim does not wait for locks',
    file: 'src/unit/rows.ts',
    find: 'await this.#claims.ask();',
    replace: 'await this.#claims.ask(); this.#turns = 1;',
    test: TEST,
    fails: 'comes before the loads of its transaction, which then wait for locks as any first ones',
  },
];

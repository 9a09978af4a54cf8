import type { PoolClient } from 'pg';

/**
 * What became of a step: `put_back`, `discarded`, `released` and `edited` did what was asked; `not_dead`: somebody had repaired
 * the fact before; `not_held`: nothing stood behind it; `overtaken`: later facts of its key had been handled, and nobody who
 * knew that had asked for it.
 */
export type Outcome = 'put_back' | 'discarded' | 'released' | 'edited' | 'not_dead' | 'not_held' | 'overtaken';

/** Outcomes by fact. A fact without one stays to be done: its key is in other hands now. */
export type Outcomes = Map<string, Outcome>;

/** Why and by whom, for what is written down of it. */
export interface Order {
  readonly who: string;
  readonly reason: string | null;
  readonly acceptOvertaken: boolean;
}

/** What a repair does to some of its facts, in one transaction. */
export type Step = (client: PoolClient, facts: readonly string[], order: Order) => Promise<Outcomes>;

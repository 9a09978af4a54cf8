import type { Schemas, Service } from '@ride/events';
import type { Pool } from 'pg';
import { edit, type EditOrder } from './edit.js';
import type { Selection } from './filter.sql.js';
import type { Letter, LetterFilter, LetterGroup, LetterStatus, LetterSummary } from './letter.js';
import { order } from './orders.js';
import { plan, type Plan } from './plan.js';
import { groups, list, one, type Page } from './reading.js';
import { repairRefusals } from './refusals.js';
import type { Repair, RepairOrder } from './repair.js';
import { cancel, repairById, repairs } from './repairs.js';
import { RepairSweep } from './repair-sweep.js';

export interface DeadLettersOptions {
  readonly service: Service;
  /** Sessions of its own: what operators ask takes none from the facts. */
  readonly pool: Pool;
  readonly schemas: Schemas;
  /** Whether dead letters may be edited. */
  readonly mayEdit: boolean;
  readonly onError: (what: string, error: unknown) => void;
}

/**
 * Failed facts for operators: to look at them, and to repair them one by one or by the thousand. Whatever is ordered is written
 * down first and then done step by step, so that it survives a crash and stays as the record of who did what.
 */
export class DeadLetters {
  /** Does what was ordered: to be run by every instance. */
  readonly sweep: RepairSweep;

  constructor(private readonly options: DeadLettersOptions) {
    this.sweep = new RepairSweep(options.pool, options.onError);
  }

  list(
    filter: LetterFilter,
    page: Page,
  ): Promise<{ readonly letters: readonly LetterSummary[]; readonly next: string | null }> {
    return list(this.options.pool, filter, page);
  }

  groups(filter: LetterFilter, status: LetterStatus | 'all'): Promise<readonly LetterGroup[]> {
    return groups(this.options.pool, filter, status);
  }

  /** Throws Rejected `dead_letter_not_found`. */
  async one(id: string): Promise<Letter> {
    const letter = await one(this.options.pool, this.options.schemas, id);
    if (letter === undefined) throw repairRefusals.dead_letter_not_found();
    return letter;
  }

  /** What a repair of these would do; changes nothing. `most`: how many at most. */
  plan(selection: Selection, most?: number): Promise<Plan> {
    return plan(this.options.pool, this.options.service, selection, most ?? null);
  }

  /**
   * Orders a repair, which goes on by itself; asked again under the same id it answers how far that one is. Throws Rejected:
   * `overtaken`, `idempotency_key_reused`.
   */
  async repair(asked: RepairOrder): Promise<Repair> {
    await order(this.options.pool, asked);
    return this.repairById(asked.id);
  }

  /**
   * Replays a letter with other data; asked again under the same id it answers the same. Throws Rejected: `edit_not_allowed`,
   * `dead_letter_not_found`, `not_dead`, `invalid_fact`, `fact_unknown`, `key_changed`, `overtaken`, `key_in_use`,
   * `idempotency_key_reused`.
   */
  async edit(asked: EditOrder): Promise<Repair> {
    if (!this.options.mayEdit) throw repairRefusals.edit_not_allowed();
    await edit(this.options.pool, this.options.schemas, asked);
    return this.repairById(asked.id);
  }

  /** Who did what, the latest first. */
  repairs(
    limit: number,
    before?: string,
  ): Promise<{ readonly repairs: readonly Repair[]; readonly next: string | null }> {
    return repairs(this.options.pool, limit, before);
  }

  /** Throws Rejected `repair_not_found`. */
  async repairById(id: string): Promise<Repair> {
    const repair = await repairById(this.options.pool, id);
    if (repair === undefined) throw repairRefusals.repair_not_found();
    return repair;
  }

  /** Ends a running repair after the steps under way; one that has ended stays as it is. */
  async cancel(id: string, who: string): Promise<Repair> {
    await cancel(this.options.pool, id, who);
    return this.repairById(id);
  }
}

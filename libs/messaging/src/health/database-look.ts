import type { Pool } from 'pg';
import type { Logger } from '../log/logger.js';
import { codeOf } from '../unit/faults.js';
import type { Indicator } from './indicator.js';
import { Look } from './look.js';
import type { Trouble } from './trouble.js';

const UNDEFINED_TABLE = '42P01';

/** Whether the database answers, and has the tables that this version works with. */
export class DatabaseLook implements Indicator {
  readonly #look: Look;
  #missing: { readonly names: readonly string[]; readonly since: number } | null = null;

  constructor(
    private readonly pool: Pool,
    /** Names of the migrations that this version knows. */
    private readonly migrations: readonly string[],
    logger: Logger,
    private readonly now = Date.now,
  ) {
    this.#look = new Look({
      every: 2_000,
      patienceMs: 3_000,
      ask: () => this.#ask(),
      failed: (error) => logger.warn({ err: error }, 'the database does not answer'),
      now,
    });
  }

  start(): void {
    this.#look.start();
  }

  stop(): Promise<void> {
    return this.#look.stop();
  }

  get lastOutage(): number | null {
    return this.#look.lastOutage;
  }

  troubles(): readonly Trouble[] {
    const since = this.#look.unansweredSince;
    const part = 'database';
    if (since !== null) return [{ code: 'database_unreachable', part, since, what: 'The database does not answer.' }];
    if (this.#missing === null) return [];
    const { names, since: missingSince } = this.#missing;
    return [{ code: 'migrations_missing', part, since: missingSince, what: `Not done: ${names.join(', ')}.` }];
  }

  async #ask(): Promise<void> {
    const done = await this.pool.query<{ name: string }>('SELECT name FROM migrations').then(
      ({ rows }) => new Set(rows.map(({ name }) => name)),
      (error: unknown) => (codeOf(error) === UNDEFINED_TABLE ? new Set<string>() : Promise.reject(error)),
    );
    const names = this.migrations.filter((name) => !done.has(name));
    this.#missing = names.length === 0 ? null : { names, since: this.#missing?.since ?? this.now() };
  }
}

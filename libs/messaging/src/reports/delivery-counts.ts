import type { Pool } from 'pg';

/** Facts of a database that wait, each up to MOST. */
export interface DeliveryCounts {
  readonly outboxWaiting: number;
  readonly failedWaiting: number;
  readonly failedDead: number;
}

/** More are told as so many: a count shall not cost more because more waits. */
const MOST = 100_000;
const EVERY_MS = 10_000;

const count = (from: string): string => `(SELECT count(*)::int FROM (SELECT FROM ${from} LIMIT ${MOST}) AS counted)`;
const COUNTS = `SELECT ${count('outbox')} AS "outboxWaiting",
  ${count("failed_fact WHERE status = 'waiting'")} AS "failedWaiting",
  ${count("failed_fact WHERE status = 'dead'")} AS "failedDead"`;

/** Counts now and then; whoever asks is told what was counted last, and waits for nothing. */
export class DeliveryCounting {
  #last: DeliveryCounts | null = null;
  #begun = Number.NEGATIVE_INFINITY;
  #isAsking = false;
  #isFailing = false;

  constructor(
    private readonly pool: Pool,
    /** Told about the first of the failures in a row. */
    private readonly failed: (error: unknown) => void,
    private readonly now = () => performance.now(),
  ) {}

  /** Null: not counted yet, or the database did not answer the last time. */
  get last(): DeliveryCounts | null {
    if (!this.#isAsking && this.now() - this.#begun >= EVERY_MS) void this.#ask();
    return this.#last;
  }

  async #ask(): Promise<void> {
    this.#begun = this.now();
    this.#isAsking = true;
    try {
      const { rows } = await this.pool.query<DeliveryCounts>(COUNTS);
      this.#last = rows[0] ?? null;
      this.#isFailing = false;
    } catch (error) {
      this.#last = null;
      if (!this.#isFailing) this.failed(error);
      this.#isFailing = true;
    }
    this.#isAsking = false;
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What operators have broken on purpose. Only where RIDE_BREAKS is on: elsewhere there are no such tables. */
export class Breaks1765300000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE broken_handler (
        id uuid PRIMARY KEY,
        handler text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('fail', 'fail_for_good', 'slow')),
        -- NULL: until it is taken away.
        times int,
        -- NULL: of every key.
        key text,
        delay_ms int,
        since timestamptz NOT NULL DEFAULT now(),
        hits int NOT NULL DEFAULT 0
      );

      -- An attempt that was broken is broken again when its unit is run again, and counted once.
      CREATE TABLE break_hit (
        break uuid NOT NULL REFERENCES broken_handler ON DELETE CASCADE,
        event uuid NOT NULL,
        attempt int NOT NULL,
        PRIMARY KEY (break, event, attempt)
      );

      CREATE TABLE paused_subscription (
        subscription text PRIMARY KEY,
        since timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Nobody goes back behind it: drop the database instead.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For services that have live updates: give both to ServiceModule among the service's migrations. */
export class LiveUpdates1764000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE TABLE live_stream (id uuid PRIMARY KEY, last bigint NOT NULL)');
    await db.query(`CREATE TABLE live_update (
      id text PRIMARY KEY,
      person uuid NOT NULL,
      number bigint NOT NULL,
      type text NOT NULL,
      data jsonb NOT NULL,
      at timestamptz NOT NULL,
      UNIQUE (person, number)
    )`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE live_update, live_stream');
  }
}

/** Finds the updates that are too old to be kept. */
export class LiveUpdatesByAge1764200000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX live_update_at ON live_update (at)');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX live_update_at');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What drivers' weeks have brought, and the tier that the last ones make. */
export class Statements1764800000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE statement (id text PRIMARY KEY, driver_id uuid NOT NULL, start timestamptz NOT NULL, statement jsonb NOT NULL);
      CREATE INDEX statement_of_driver ON statement (driver_id, start DESC);
      CREATE TABLE tier (id uuid PRIMARY KEY, weeks jsonb NOT NULL, tier text NOT NULL);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE tier; DROP TABLE statement');
  }
}

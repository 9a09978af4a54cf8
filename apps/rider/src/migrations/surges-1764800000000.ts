import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How scarce drivers are, by cell; few are, and those are looked up again and again. */
export class Surges1764800000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE surge (
        id text PRIMARY KEY,
        pressure float8 NOT NULL,
        factor float8 NOT NULL,
        measured_to timestamptz NOT NULL
      ) WITH (fillfactor = 70);
      CREATE INDEX surge_high ON surge (measured_to) WHERE factor > 1;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE surge');
  }
}

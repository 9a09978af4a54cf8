import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Prices that riders were told; found by age when they are to be deleted. */
export class FareEstimates1764600000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fare_estimate (id uuid PRIMARY KEY, estimate jsonb NOT NULL, expires_at timestamptz NOT NULL);
      CREATE INDEX fare_estimate_expires_at ON fare_estimate (expires_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE fare_estimate');
  }
}

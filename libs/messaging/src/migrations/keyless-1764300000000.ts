import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A copy of a record without a key has none either, which is not an empty one. Facts without a key stand in one queue. */
export class Keyless1764300000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE outbox ALTER COLUMN key DROP NOT NULL;
      ALTER TABLE outbox_refused ALTER COLUMN key DROP NOT NULL;
      ALTER TABLE failed_fact ADD COLUMN has_key boolean NOT NULL DEFAULT true;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The delivery tables hold facts that are nowhere else: drop the database instead.');
  }
}

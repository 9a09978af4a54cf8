import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A key that has been released behind a dead letter may be in the hands of an effect: whoever replays the letter waits. */
export class Performing1764300000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE released_key
        -- The event that is being performed, and by when that has ended in any case.
        ADD COLUMN performing uuid,
        ADD COLUMN performing_until timestamptz;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The delivery tables hold facts that are nowhere else: drop the database instead.');
  }
}

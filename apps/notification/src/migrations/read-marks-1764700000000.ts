import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When people have read their messages; those that are unread are found and counted by an index of their own. */
export class ReadMarks1764700000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE message ADD COLUMN read_at timestamptz;
      CREATE INDEX message_unread ON message (person, id) WHERE read_at IS NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX message_unread; ALTER TABLE message DROP COLUMN read_at');
  }
}

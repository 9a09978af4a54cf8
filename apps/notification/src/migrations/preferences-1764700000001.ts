import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people wish to be told. A message is in a language, and in the inbox or only posted; it is found by its id. */
export class Preferences1764700000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE preference (
        id uuid PRIMARY KEY,
        language text NOT NULL,
        kinds jsonb NOT NULL
      );
      ALTER TABLE message ADD COLUMN language text NOT NULL DEFAULT 'en', ADD COLUMN in_app boolean NOT NULL DEFAULT true;
      ALTER TABLE message ALTER COLUMN language DROP DEFAULT, ALTER COLUMN in_app DROP DEFAULT;
      DROP INDEX message_of_person, message_unread, message_about;
      CREATE INDEX message_of_person ON message (person, id) WHERE in_app;
      CREATE INDEX message_unread ON message (person, id) WHERE in_app AND read_at IS NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM message WHERE NOT in_app;
      DROP INDEX message_of_person, message_unread;
      CREATE INDEX message_of_person ON message (person, id);
      CREATE INDEX message_unread ON message (person, id) WHERE read_at IS NULL;
      CREATE INDEX message_about ON message ((about->>'factId'), person);
      ALTER TABLE message DROP COLUMN language, DROP COLUMN in_app;
      DROP TABLE preference;
    `);
  }
}

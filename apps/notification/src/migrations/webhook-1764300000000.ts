import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where people want their messages to be posted; and each message is found by the fact that it tells of. */
export class Webhook1764300000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE webhook (
        id uuid PRIMARY KEY,
        url text NOT NULL,
        secret text NOT NULL,
        registered_at timestamptz NOT NULL,
        gone_at timestamptz,
        gone_answering uuid
      );
      CREATE INDEX message_about ON message ((about->>'factId'), person);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX message_about; DROP TABLE webhook');
  }
}

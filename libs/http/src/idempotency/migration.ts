import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For every service: give it to ServiceModule among the service's migrations. */
export class IdempotencyKeys1764700000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE idempotency_key (
        id uuid PRIMARY KEY,
        fingerprint text NOT NULL,
        status smallint NOT NULL,
        body json,
        location text,
        at timestamptz NOT NULL
      );
      CREATE INDEX idempotency_key_at ON idempotency_key (at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE idempotency_key');
  }
}

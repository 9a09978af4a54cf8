import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the store `postgres` needs in the database of a service that runs streams. */
export class Streams1764500000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE stream_position (
        id text PRIMARY KEY,
        commits int NOT NULL,
        owner text NOT NULL,
        fingerprint text NOT NULL,
        position json NOT NULL
      );
      CREATE TABLE stream_state (id text PRIMARY KEY, task text NOT NULL, value json NOT NULL);
      CREATE INDEX stream_state_task ON stream_state (task);
      CREATE TABLE stream_key (id text PRIMARY KEY);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE stream_key, stream_state, stream_position');
  }
}

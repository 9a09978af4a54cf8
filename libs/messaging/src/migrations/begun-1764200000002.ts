import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a process that dies in the middle of it leaves behind: which records a consumer had begun, and how often. */
export class Begun1764200000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE begun_batch (
        -- The consumer group, and the topic by its physical name.
        consumer text NOT NULL,
        topic text NOT NULL,
        partition int NOT NULL,
        first_offset bigint NOT NULL,
        last_offset bigint NOT NULL,
        times int NOT NULL,
        -- The record that is heard alone, and how often it was begun.
        alone_offset bigint,
        alone_times int NOT NULL DEFAULT 0,
        PRIMARY KEY (consumer, topic, partition)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE begun_batch');
  }
}

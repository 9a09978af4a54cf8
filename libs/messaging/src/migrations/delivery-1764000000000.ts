import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OUTBOX_TABLES } from '../relay/outbox.sql.js';

/** What every service needs to hear and say facts: outbox, inbox, blocked keys, failed facts. */
export class Delivery1764000000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(OUTBOX_TABLES);
    await db.query(`
      CREATE TABLE inbox (
        subscription text NOT NULL,
        day date NOT NULL,
        event uuid NOT NULL,
        PRIMARY KEY (subscription, day, event)
      ) PARTITION BY RANGE (day);
      -- Event times far off: not dropped with the days.
      CREATE TABLE inbox_other PARTITION OF inbox DEFAULT;

      CREATE TABLE blocked_key (
        subscription text NOT NULL,
        topic text NOT NULL,
        key bytea NOT NULL,
        since timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (subscription, topic, key)
      );

      CREATE TABLE failed_fact (
        sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        subscription text NOT NULL,
        event uuid NOT NULL,
        fact text NOT NULL,
        topic text NOT NULL,
        key bytea NOT NULL,
        value bytea,
        headers bytea NOT NULL,
        source_partition int NOT NULL,
        source_offset bigint NOT NULL,
        event_time timestamptz NOT NULL,
        attempts int NOT NULL,
        due_at timestamptz,
        status text NOT NULL CHECK (status IN ('waiting', 'dead', 'replayed', 'discarded')),
        code text NOT NULL,
        error text,
        failed_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (subscription, event),
        FOREIGN KEY (subscription, topic, key) REFERENCES blocked_key
      );
      CREATE INDEX failed_fact_key ON failed_fact (subscription, topic, key, sequence);

      CREATE TABLE failed_deadline (
        row text NOT NULL,
        id uuid NOT NULL,
        attempts int NOT NULL,
        error text NOT NULL,
        next_at timestamptz NOT NULL,
        PRIMARY KEY (row, id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('The delivery tables hold facts that are nowhere else: drop the database instead.');
  }
}

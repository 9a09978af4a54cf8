import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records are told apart by their place in the log: what comes twice changes nothing. Days are those of the broker. */
export class Journeys1764900000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE ride ADD COLUMN offer_id uuid;

      CREATE TABLE record (
        day date NOT NULL,
        topic text NOT NULL,
        partition int NOT NULL,
        place bigint NOT NULL,
        kind text NOT NULL,
        appended_at timestamptz NOT NULL,
        at timestamptz NOT NULL,
        event text NOT NULL,
        correlation_id text NOT NULL,
        causation_id text,
        service text,
        type text,
        key text,
        request text,
        trace_id text,
        -- Without what is personal; of retries and dead letters what their headers say of the failure.
        data jsonb,
        PRIMARY KEY (topic, partition, place, day)
      ) PARTITION BY RANGE (day);
      CREATE INDEX record_correlation ON record (correlation_id);
      CREATE INDEX record_event ON record (event);

      CREATE TABLE handling (
        day date NOT NULL,
        partition int NOT NULL,
        place bigint NOT NULL,
        line int NOT NULL,
        event text NOT NULL,
        correlation_id text NOT NULL,
        service text NOT NULL,
        subscription text NOT NULL,
        handler text NOT NULL,
        attempt int NOT NULL,
        at timestamptz NOT NULL,
        took_ms double precision NOT NULL,
        PRIMARY KEY (partition, place, line, day)
      ) PARTITION BY RANGE (day);
      CREATE INDEX handling_correlation ON handling (correlation_id);

      CREATE TABLE journey (
        -- Newer ones have later ids.
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        correlation_id text NOT NULL UNIQUE,
        started_at timestamptz NOT NULL,
        last_at timestamptz NOT NULL,
        facts int NOT NULL,
        retries int NOT NULL,
        dead_letters int NOT NULL
      );
      CREATE INDEX journey_last ON journey (last_at);

      CREATE TABLE involved (
        person text NOT NULL,
        correlation_id text NOT NULL REFERENCES journey (correlation_id) ON DELETE CASCADE,
        PRIMARY KEY (person, correlation_id)
      );
      CREATE INDEX involved_journey ON involved (correlation_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE involved, journey, handling, record; ALTER TABLE ride DROP COLUMN offer_id');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ordered retry. A waiting fact stands in the queue of its blocked key, by foreign key: a key whose row is gone has nobody
 * waiting. What is dead, replayed or discarded refers to no blocked key, so that a key can go on without it.
 */
export class OrderedRetry1764200000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- When the queue is looked at again; NULL: the key is held until somebody acts. A fact that has failed has its own due_at.
      ALTER TABLE blocked_key ADD COLUMN due_at timestamptz;
      CREATE INDEX blocked_key_due ON blocked_key (due_at) WHERE due_at IS NOT NULL;

      ALTER TABLE failed_fact DROP CONSTRAINT failed_fact_subscription_topic_key_fkey;
      ALTER TABLE failed_fact RENAME COLUMN sequence TO id;
      ALTER TABLE failed_fact
        ADD COLUMN handler text NOT NULL DEFAULT '',
        -- An edited copy stands at the place of its original.
        ADD COLUMN in_place_of bigint,
        ADD COLUMN place bigint GENERATED ALWAYS AS (coalesce(in_place_of, id)) STORED,
        -- Attempts until it was put back: its backoff begins anew.
        ADD COLUMN attempts_before int NOT NULL DEFAULT 0,
        ADD COLUMN last_failed_at timestamptz NOT NULL DEFAULT now(),
        -- Its first death; kept when it is replayed.
        ADD COLUMN died_at timestamptz,
        -- Every failed attempt: { attempt, at, code, error }.
        ADD COLUMN history jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN blocks bytea GENERATED ALWAYS AS (CASE WHEN status = 'waiting' THEN key END) STORED,
        ADD FOREIGN KEY (subscription, topic, blocks) REFERENCES blocked_key (subscription, topic, key);
      UPDATE failed_fact SET died_at = failed_at WHERE status = 'dead';
      DROP INDEX failed_fact_key;
      CREATE INDEX failed_fact_waiting ON failed_fact (subscription, topic, key, place, id) WHERE status = 'waiting';
      CREATE INDEX failed_fact_dead ON failed_fact (subscription, topic, key, place, id) WHERE status = 'dead';

      -- A key that has dead letters and is open: how many of its facts have been handled since it was released.
      CREATE TABLE released_key (
        subscription text NOT NULL,
        topic text NOT NULL,
        key bytea NOT NULL,
        handled int NOT NULL DEFAULT 0,
        last_handled_at timestamptz,
        PRIMARY KEY (subscription, topic, key)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('The delivery tables hold facts that are nowhere else: drop the database instead.');
  }
}

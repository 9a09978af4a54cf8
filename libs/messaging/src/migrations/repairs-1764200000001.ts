import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What operators do with dead letters. A repair fixes what it is about when it is ordered, and its steps are done one after the
 * other by whichever instance is there; both stay, as the record of who did what, when and why.
 */
export class Repairs1764200000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE repair (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('replay', 'discard', 'release', 'edit')),
        -- What was asked for, in the operator's words: ids, a filter, or all; of an edit the new data.
        filter jsonb NOT NULL,
        reason text,
        -- The operator, and when and by whom it was cancelled.
        who uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        cancelled_by uuid,
        -- Facts per second; NULL: as fast as it goes.
        rate double precision,
        "limit" int,
        accept_overtaken boolean NOT NULL,
        total int NOT NULL DEFAULT 0,
        done int NOT NULL DEFAULT 0,
        status text NOT NULL CHECK (status IN ('running', 'done', 'cancelled')),
        -- When its next steps are due.
        next_at timestamptz NOT NULL DEFAULT now(),
        -- Why its steps could not be done at the last try.
        trouble text,
        finished_at timestamptz
      );
      CREATE INDEX repair_running ON repair (next_at) WHERE status = 'running';
      CREATE INDEX repair_at ON repair (at, id);

      CREATE TABLE repair_step (
        repair uuid NOT NULL REFERENCES repair,
        -- failed_fact.id and its place in its key.
        fact bigint NOT NULL,
        place bigint NOT NULL,
        -- The order of the steps: key by key, and within a key by place. Facts of one key have one number of the key.
        turn int NOT NULL,
        key int NOT NULL,
        done_at timestamptz,
        outcome text,
        -- failed_fact.id of the edited copy.
        became bigint,
        PRIMARY KEY (repair, fact)
      );
      CREATE INDEX repair_step_pending ON repair_step (repair, turn) WHERE done_at IS NULL;
      CREATE INDEX repair_step_fact ON repair_step (fact);

      -- For lists of dead letters, newest first.
      CREATE INDEX failed_fact_dead_list ON failed_fact (id) WHERE status = 'dead';
    `);
  }

  async down(): Promise<void> {
    throw new Error('The repairs are the record of what operators did: drop the database instead.');
  }
}

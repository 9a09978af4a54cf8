import { DECISION_COLUMNS } from '@ride/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Matching1764000000100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE search (
        ${DECISION_COLUMNS},
        -- What rounds look for: where it is open, and since when it waits.
        open_area text GENERATED ALWAYS AS (CASE WHEN state->>'is' = 'open' THEN state->'ask'->>'area' END) STORED,
        requested_at bigint GENERATED ALWAYS AS ((state->>'requestedAt')::bigint) STORED
      );
      CREATE INDEX search_due ON search (due_at) WHERE due_at IS NOT NULL;
      CREATE INDEX search_open ON search (open_area, requested_at) WHERE open_area IS NOT NULL;

      CREATE TABLE open_offer (
        id uuid PRIMARY KEY,
        offer_id uuid NOT NULL UNIQUE,
        ride_id uuid NOT NULL,
        slot int NOT NULL,
        UNIQUE (ride_id, slot)
      );

      CREATE TABLE driver (
        id uuid PRIMARY KEY,
        available boolean NOT NULL,
        version bigint NOT NULL,
        vehicle_class text,
        area text,
        live jsonb NOT NULL
      );
      CREATE INDEX driver_free ON driver (area) WHERE available AND live = '[]';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE search, open_offer, driver');
  }
}

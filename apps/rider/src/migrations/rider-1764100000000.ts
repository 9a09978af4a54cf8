import { DECISION_COLUMNS } from '@ride/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rides as their riders see them, riders' profiles, and what riders may know of drivers. */
export class Rider1764100000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE ride (
        ${DECISION_COLUMNS},
        rider_id uuid GENERATED ALWAYS AS ((state ->> 'riderId')::uuid) STORED
      );
      CREATE INDEX ride_of_rider ON ride (rider_id, id);
      CREATE TABLE profile (${DECISION_COLUMNS});
      CREATE TABLE driver_card (id uuid PRIMARY KEY, card jsonb NOT NULL, version bigint NOT NULL);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE driver_card, profile, ride');
  }
}

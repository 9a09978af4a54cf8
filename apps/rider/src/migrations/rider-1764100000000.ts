import type { MigrationInterface, QueryRunner } from 'typeorm';

const DECISION = `
  id uuid PRIMARY KEY,
  state jsonb NOT NULL,
  version int NOT NULL,
  due_at timestamptz,
  deadline_said_at timestamptz,
  cause jsonb NOT NULL`;

/** Rides as their riders see them, riders' profiles, and what riders may know of drivers. */
export class Rider1764100000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE ride (
        ${DECISION},
        rider_id uuid GENERATED ALWAYS AS ((state ->> 'riderId')::uuid) STORED
      );
      CREATE INDEX ride_of_rider ON ride (rider_id, id);
      CREATE TABLE profile (${DECISION});
      CREATE TABLE driver_card (id uuid PRIMARY KEY, card jsonb NOT NULL, version bigint NOT NULL);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE driver_card, profile, ride');
  }
}

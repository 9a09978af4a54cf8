import type { MigrationInterface, QueryRunner } from 'typeorm';

const DECISION = `
  id uuid PRIMARY KEY,
  state jsonb NOT NULL,
  version int NOT NULL,
  due_at timestamptz,
  deadline_said_at timestamptz,
  cause jsonb NOT NULL`;

/** Drivers' profiles and shifts, rides as drivers see them, and which ride an offer is of. */
export class Driver1764100000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE profile (${DECISION});
      CREATE TABLE shift (${DECISION});
      CREATE INDEX shift_due ON shift (due_at) WHERE due_at IS NOT NULL;
      CREATE TABLE trip (${DECISION});
      CREATE INDEX trip_due ON trip (due_at) WHERE due_at IS NOT NULL;
      CREATE TABLE offer (id uuid PRIMARY KEY, ride_id uuid NOT NULL, driver_id uuid NOT NULL);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE offer, trip, shift, profile');
  }
}

import { DECISION_COLUMNS } from '@ride/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drivers' profiles and shifts, rides as drivers see them, and which ride an offer is of. */
export class Driver1764100000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE profile (${DECISION_COLUMNS});
      CREATE TABLE shift (${DECISION_COLUMNS});
      CREATE INDEX shift_due ON shift (due_at) WHERE due_at IS NOT NULL;
      CREATE TABLE trip (${DECISION_COLUMNS});
      CREATE INDEX trip_due ON trip (due_at) WHERE due_at IS NOT NULL;
      CREATE TABLE offer (id uuid PRIMARY KEY, ride_id uuid NOT NULL, driver_id uuid NOT NULL);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE offer, trip, shift, profile');
  }
}

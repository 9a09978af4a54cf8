import { DECISION_COLUMNS, HISTORY_COLUMNS } from '@ride/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bookings with their history, and which ride has which driver. */
export class Booking1764100000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE booking (${DECISION_COLUMNS});
      CREATE INDEX booking_due ON booking (due_at) WHERE due_at IS NOT NULL;

      CREATE TABLE booking_history (${HISTORY_COLUMNS});
      CREATE INDEX booking_history_of ON booking_history ("of", version);

      CREATE TABLE live_booking (id uuid PRIMARY KEY, ride_id uuid);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE live_booking, booking_history, booking');
  }
}

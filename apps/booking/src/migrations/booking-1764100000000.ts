import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bookings with their history, and which ride has which driver. */
export class Booking1764100000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE booking (
        id uuid PRIMARY KEY,
        state jsonb NOT NULL,
        version int NOT NULL,
        due_at timestamptz,
        deadline_said_at timestamptz,
        cause jsonb NOT NULL
      );
      CREATE INDEX booking_due ON booking (due_at) WHERE due_at IS NOT NULL;

      CREATE TABLE booking_history (
        id text PRIMARY KEY,
        "of" uuid NOT NULL,
        version int NOT NULL,
        type text NOT NULL,
        said boolean NOT NULL,
        time timestamptz NOT NULL,
        data jsonb NOT NULL
      );
      CREATE INDEX booking_history_of ON booking_history ("of", version);

      CREATE TABLE live_booking (id uuid PRIMARY KEY, ride_id uuid);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE live_booking, booking_history, booking');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People's messages, how to reach them, and who has to do with a ride. */
export class Notification1764100000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE ride (
        id uuid PRIMARY KEY,
        rider_id uuid,
        driver_id uuid,
        offer_id uuid,
        outcome text CHECK (outcome IN ('completed', 'cancelled', 'unfulfilled')),
        endings int NOT NULL
      );
      CREATE TABLE message (
        id uuid PRIMARY KEY,
        person uuid NOT NULL,
        ride_id uuid NOT NULL,
        kind text NOT NULL,
        text text NOT NULL,
        about jsonb NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX message_of_person ON message (person, id);
      CREATE TABLE contact (
        id uuid PRIMARY KEY,
        role text NOT NULL,
        name text NOT NULL,
        email text,
        phone text,
        version bigint NOT NULL
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE contact, message, ride');
  }
}

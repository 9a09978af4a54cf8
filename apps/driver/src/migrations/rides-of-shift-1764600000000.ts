import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A booked shift names all rides that the driver is booked for, not one. */
export class RidesOfShift1764600000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE shift SET state = (state - 'rideId') || jsonb_build_object('rides', jsonb_build_array(state -> 'rideId'))
      WHERE state ->> 'is' = 'booked' AND state ? 'rideId'
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE shift SET state = (state - 'rides') || jsonb_build_object('rideId', state -> 'rides' -> -1)
      WHERE state ->> 'is' = 'booked' AND state ? 'rides'
    `);
  }
}

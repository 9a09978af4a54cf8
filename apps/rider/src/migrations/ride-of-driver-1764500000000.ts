import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the live ride of a driver whose position is heard. A column, not an expression: rows whose driver stays are updated in place. */
export class RideOfDriver1764500000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE ride ADD COLUMN driver_id uuid GENERATED ALWAYS AS ((state -> 'booking' ->> 'driverId')::uuid) STORED;
      CREATE INDEX ride_of_driver ON ride (driver_id) WHERE driver_id IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE ride DROP COLUMN driver_id');
  }
}

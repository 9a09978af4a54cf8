import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which drivers are free: found by id, by what positions say who is near. */
export class DriverAvailability1764600000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE driver_availability (
      id uuid PRIMARY KEY,
      available boolean NOT NULL,
      vehicle_class text,
      version bigint NOT NULL
    )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE driver_availability');
  }
}

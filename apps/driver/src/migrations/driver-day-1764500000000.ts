import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A driver's offers by time, and what each ride has brought them, by the day. */
export class DriverDay1764500000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX offer_of_driver ON offer (driver_id, id);
      CREATE TABLE earning (
        id uuid PRIMARY KEY,
        driver_id uuid NOT NULL,
        day date NOT NULL,
        time_zone text NOT NULL,
        kind text NOT NULL,
        minor bigint NOT NULL,
        currency text NOT NULL
      );
      CREATE INDEX earning_of_day ON earning (driver_id, day);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE earning; DROP INDEX offer_of_driver');
  }
}

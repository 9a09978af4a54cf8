import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Rides1764900000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE ride (
        id uuid PRIMARY KEY,
        state text NOT NULL,
        rider_id uuid,
        driver_id uuid,
        area text,
        requested_at timestamptz,
        -- Since when it is in this state.
        since timestamptz NOT NULL,
        ended_at timestamptz,
        endings int NOT NULL DEFAULT 0,
        -- Its partition's record up to which this is what the log says.
        upto bigint NOT NULL
      );
      CREATE INDEX ride_going_on ON ride (state) WHERE ended_at IS NULL;
      CREATE INDEX ride_ended ON ride (ended_at) WHERE ended_at IS NOT NULL;
      CREATE INDEX ride_rider ON ride (rider_id);
      CREATE INDEX ride_driver ON ride (driver_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE ride');
  }
}

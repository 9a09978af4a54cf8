import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What drivers wrote about trips. */
export class RatingComments1764400000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE TABLE rating_comment (id uuid PRIMARY KEY, comment text NOT NULL, at timestamptz NOT NULL)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE rating_comment');
  }
}

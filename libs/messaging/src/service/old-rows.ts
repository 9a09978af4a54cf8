import type { DataSource } from 'typeorm';

/** Rows a statement, so that no transaction is long. */
const AT_ONCE = 5_000;

/**
 * Deletes a table's rows whose time, a column with an index, is before that; the table has an `id`. Instances that do so at
 * the same time leave each other's rows alone. Both names go into the statement as they are.
 */
export async function deleteOldRows(data: DataSource, table: string, column: string, before: number): Promise<void> {
  for (;;) {
    const [, deleted] = await data.query<[unknown[], number]>(
      `DELETE FROM ${table} WHERE id = ANY (ARRAY (
         SELECT id FROM ${table} WHERE ${column} < $1 ORDER BY ${column} LIMIT $2 FOR UPDATE SKIP LOCKED))`,
      [new Date(before), AT_ONCE],
    );
    if (deleted < AT_ONCE) return;
  }
}

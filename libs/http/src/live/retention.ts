import type { DataSource } from 'typeorm';

/** So long a stream can be taken up where it broke off; who comes back later sees by GET how things are. */
const KEPT_MS = 24 * 60 * 60 * 1000;
/** Rows a statement, so that no transaction is long. */
const AT_ONCE = 5_000;

/** Deletes updates that are too old to be asked for. Instances that do so at the same time leave each other's rows alone. */
export async function forgetOldUpdates(data: DataSource, now = Date.now()): Promise<void> {
  for (;;) {
    const [, deleted] = await data.query<[unknown[], number]>(
      `DELETE FROM live_update WHERE id = ANY (ARRAY (
         SELECT id FROM live_update WHERE at < $1 ORDER BY at LIMIT $2 FOR UPDATE SKIP LOCKED))`,
      [new Date(now - KEPT_MS), AT_ONCE],
    );
    if (deleted < AT_ONCE) return;
  }
}

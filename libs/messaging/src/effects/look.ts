import type { Pool } from 'pg';
import type { HeardRecord } from '../inbox/heard-record.js';
import { claimed } from '../inbox/inbox.js';
import { standingOf } from '../retry/chains.js';
import { pipelined } from '../unit/pipelined.js';

/** What the database knows of heard facts, as of some moment: nothing is locked. */
export interface Look {
  /** Ids of those that are done or parked. */
  readonly over: ReadonlySet<string>;
  /** Chains that stand behind a failed fact. */
  readonly blocked: ReadonlySet<string>;
  /** Chains that have gone on without a dead fact, which may be put back. */
  readonly released: ReadonlySet<string>;
}

export async function look(pool: Pool, subscription: string, heard: readonly HeardRecord[]): Promise<Look> {
  const client = await pool.connect();
  try {
    const [over, standing] = await pipelined([
      claimed(client, subscription, heard),
      standingOf(client, subscription, () => heard),
    ]);
    return { over, ...standing };
  } finally {
    client.release();
  }
}

import { telemetry } from '@ride/observability';
import type { Pool } from 'pg';
import type { Sweep } from '../service/sweeps.js';
import type { RetrySweep } from './retry-sweep.js';

/** There is a fact of this key that has not been handled yet: what is decided without it may be wrong. */
export class KeyBlocked extends Error {
  override readonly name = 'KeyBlocked';
  readonly code = 'key_blocked';
  constructor(readonly id: string) {
    super(`${id} waits for a fact that could not be handled yet`);
  }
}

/** More are not remembered: by then nearly everything fails, and retries are what helps. */
const MOST = 10_000;

/**
 * Which keys of the `@On` handlers are blocked, as of the last look: requests, rounds and deadlines leave them alone. A key
 * that is blocked later is to them what a fact is that has been said and not yet heard.
 */
export class BlockedKeys implements Sweep {
  readonly name = 'retries';
  readonly every = 250; // milliseconds
  #ids: ReadonlySet<string> = new Set();
  #count = 0;

  constructor(
    private readonly pool: Pool,
    private readonly subscription: string,
    private readonly retries: RetrySweep,
  ) {
    telemetry()?.watch('ride.keys.blocked', () => [{ value: this.#count }]);
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  async once(): Promise<void> {
    const { rows } = await this.pool.query<{ subscription: string; key: Buffer; isDue: boolean }>({
      name: 'blocked keys',
      text: `SELECT subscription, key, coalesce(due_at <= now(), false) AS "isDue" FROM blocked_key LIMIT ${MOST}`,
    });
    const ours = rows.filter(({ subscription }) => subscription === this.subscription);
    this.#count = rows.length;
    this.#ids = new Set(ours.map(({ key }) => key.toString()));
    if (rows.some(({ isDue }) => isDue) || rows.length === MOST) await this.retries.once();
  }
}

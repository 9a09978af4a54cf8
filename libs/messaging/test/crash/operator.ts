import { setTimeout as sleep } from 'node:timers/promises';
import { openSchemas } from '@ride/events';
import { settings } from '@ride/configuration';
import type pg from 'pg';
import { v7 } from 'uuid';
import { DeadLetters } from '../../src/dead-letters/dead-letters.js';

const WHO = v7();
const LOOK_MS = 200;
/** Facts per second: slow enough that a repair takes several steps. */
const RATE = 20;
const MOST = 1_000;

/** Somebody who replays what is dead, again and again, but does nothing himself: the service does. */
export class Operator {
  readonly #tool: DeadLetters;
  readonly #leaving = new AbortController();
  #acting: Promise<void> | undefined;

  constructor(private readonly pool: pg.Pool) {
    const { registry, namespace } = settings();
    this.#tool = new DeadLetters({
      service: 'notification',
      pool,
      schemas: openSchemas({ registryUrl: registry.url, namespace }),
      mayEdit: false,
      onError: (what, error) => console.error(`${what}:`, error),
    });
  }

  start(): void {
    this.#acting = this.#act();
    this.#acting.catch(() => undefined); // told by leave
  }

  async leave(): Promise<void> {
    this.#leaving.abort();
    await this.#acting;
  }

  /** Ids of the facts that are dead for the `@On` handlers. */
  async dead(): Promise<readonly string[]> {
    const { letters } = await this.#tool.list({ subscription: 'notification' }, { status: 'dead', limit: MOST });
    return letters.map(({ eventId }) => eventId).reverse();
  }

  /** Nobody is to be asked about them any more. */
  async discardAll(): Promise<void> {
    await this.#tool.repair({ id: v7(), kind: 'discard', selection: { all: true }, who: WHO, reason: 'hopeless' });
  }

  async #act(): Promise<void> {
    while (!this.#leaving.signal.aborted) {
      if (await this.#isWanted())
        await this.#tool.repair({ id: v7(), kind: 'replay', selection: { all: true }, who: WHO, rate: RATE });
      await sleep(LOOK_MS, undefined, { signal: this.#leaving.signal }).catch(() => undefined);
    }
  }

  /** Something is dead that need not be, and nobody is at it. */
  async #isWanted(): Promise<boolean> {
    const { rows } = await this.pool.query<{ wanted: boolean }>(
      `SELECT EXISTS (SELECT FROM failed_fact WHERE status = 'dead' AND code <> 'hopeless')
          AND NOT EXISTS (SELECT FROM repair WHERE status = 'running') AS wanted`,
    );
    return rows[0]!.wanted;
  }
}

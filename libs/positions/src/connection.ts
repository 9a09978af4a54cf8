import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { settings } from '@ride/configuration';
import type { Service } from '@ride/events';
import { Probes, type Indicator, type Trouble } from '@ride/messaging';
import { logger } from '@ride/observability';
import { createClient } from 'redis';
import { keepScript } from './keeping.scripts.js';
import { advanceScript, takeBackScript } from './newest.scripts.js';
import { nearScript } from './near.script.js';
import { noteScript } from './note.script.js';

/** Whose view of where drivers are it is, and what it is worth to the service. */
export interface ViewOptions {
  readonly service: Service;
  /** What is so while Redis is away: `nobody is found`. */
  readonly without: string;
  /** Whether the service can't do its work without it: then it isn't ready while Redis is away. */
  readonly isNeeded: boolean;
}
export const VIEW = Symbol('view of positions');

function connection() {
  return createClient({
    url: settings().redis.url,
    // While Redis is away a command fails at once, instead of being sent late.
    disableOfflineQueue: true,
    socket: { reconnectStrategy: (tries) => Math.min(100 * 2 ** tries, 2_000) },
    scripts: { near: nearScript, note: noteScript, keep: keepScript, advance: advanceScript, takeBack: takeBackScript },
  });
}

/** The connection to where drivers are right now; it goes on trying while Redis is away. */
@Injectable()
export class PositionConnection implements Indicator, OnModuleInit, OnApplicationShutdown {
  readonly client = connection();
  /** Epoch milliseconds; null while it is there. */
  #awaySince: number | null = Date.now();
  #isTold = false;

  constructor(
    private readonly probes: Probes,
    @Inject(VIEW) readonly view: ViewOptions,
  ) {}

  onModuleInit(): void {
    const { service, without, isNeeded } = this.view;
    if (isNeeded) this.probes.add(this);
    this.client.on('error', (err: unknown) => {
      if (!this.#isTold) logger(service).warn({ err }, `Redis is away: ${without} until it is back`);
      this.#isTold = true;
      this.#awaySince ??= Date.now();
    });
    this.client.on('end', () => (this.#awaySince ??= Date.now()));
    this.client.on('ready', () => {
      this.#isTold = false;
      this.#awaySince = null;
    });
    this.client.connect().catch(() => undefined);
  }

  troubles(): readonly Trouble[] {
    const since = this.#awaySince;
    const what = `Where drivers are is not known: ${this.view.without}.`;
    return since === null ? [] : [{ code: 'redis_unreachable', part: 'Redis', since, what }];
  }

  onApplicationShutdown(): void {
    this.client.destroy();
  }
}

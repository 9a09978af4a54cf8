import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { logger } from '@ride/observability';
import { createClient } from 'redis';
import { nearScript } from './near.script.js';
import { noteScript } from './note.script.js';

function connection() {
  return createClient({
    url: settings().redis.url,
    // While Redis is away a command fails at once, instead of being sent late.
    disableOfflineQueue: true,
    socket: { reconnectStrategy: (tries) => Math.min(100 * 2 ** tries, 2_000) },
    scripts: { near: nearScript, note: noteScript },
  });
}

/** The connection to where drivers are right now; it goes on trying while Redis is away. */
@Injectable()
export class Redis implements OnModuleInit, OnApplicationShutdown {
  readonly client = connection();
  #away = false;

  onModuleInit(): void {
    this.client.on('error', (err: unknown) => {
      if (!this.#away) logger('matching').warn({ err }, 'Redis is away: nobody is found until it is back');
      this.#away = true;
    });
    this.client.on('ready', () => (this.#away = false));
    this.client.connect().catch(() => undefined);
  }

  onApplicationShutdown(): void {
    this.client.destroy();
  }
}

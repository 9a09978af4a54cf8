import type { Service } from '@ride/events';
import pg from 'pg';
import { databaseUrl } from '../../src/index.js';
import {
  createDatabase,
  dropDatabase,
  ownNamespace,
  Saying,
  until,
  type SmallService,
} from '../support/small-service.js';
import { gather, type Databases, type Evidence } from './evidence.js';
import { startListener } from './listener.js';
import type { Kill } from './kills.js';
import { Lives } from './lives.js';
import { Load } from './load.js';
import { Operator } from './operator.js';
import { untilSettled } from './settled.js';

/** What a load came to, with the kills during it. */
export interface Outcome extends Evidence {
  readonly kills: readonly Kill[];
  readonly facts: number;
  readonly seconds: number;
}

/** A service that is killed, one that hears what it says, and everything around them. */
export class CrashWorld {
  readonly #lives = new Lives();
  #loads = 0;

  private constructor(
    private readonly listener: SmallService,
    private readonly saying: Saying,
    private readonly databases: Databases,
  ) {}

  static async open(): Promise<CrashWorld> {
    ownNamespace({ RIDE_RETRY_BACKOFF_MS: '50,200,1000' });
    await Promise.all([createDatabase('notification'), createDatabase('rider')]);
    const pool = (service: Service) => new pg.Pool({ connectionString: databaseUrl(service), max: 4 });
    const databases = { service: pool('notification'), listener: pool('rider') };
    const world = new CrashWorld(await startListener(), await Saying.open(), databases);
    await world.#lives.ready();
    return world;
  }

  /** Under one load: one process after the other kills itself; the last lives until all is done. */
  async suffer(kills: readonly Kill[], tell: () => void = () => undefined): Promise<Outcome> {
    const began = performance.now();
    const load = new Load(this.saying, this.#loads++);
    const operator = new Operator(this.databases.service);
    load.start();
    operator.start();
    try {
      for (const kill of kills) {
        await this.#lives.die(kill);
        load.goOn();
        tell();
      }
      await this.#lives.begin();
      await load.end();
      const left = await untilSettled(this.saying.log, this.databases.service);
      await operator.leave();
      const dead = await operator.dead();
      const evidence = await gather(this.databases, load.said, dead);
      await operator.discardAll();
      await until(
        () => operator.dead(),
        (dead) => dead.length === 0,
      );
      await this.#lives.rest();
      const seconds = (performance.now() - began) / 1_000;
      return { kills, facts: load.said.length, seconds, ...evidence, breaches: [...left, ...evidence.breaches] };
    } finally {
      await Promise.all([load.stop(), operator.leave()]);
    }
  }

  async close(): Promise<void> {
    await this.#lives.end();
    await this.listener.app.close();
    await Promise.all([this.saying.close(), this.databases.service.end(), this.databases.listener.end()]);
    await Promise.all([dropDatabase('notification'), dropDatabase('rider')]);
  }
}

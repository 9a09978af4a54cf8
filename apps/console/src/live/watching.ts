import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { openSchemas } from '@ride/events';
import { FactTail, kafkaLog, LagWatch, type Lags } from '@ride/messaging';
import { logger } from '@ride/observability';
import { Drivers } from './drivers.js';
import { Instances } from './instances.js';
import { Searches } from './searches.js';
import { tellLag } from './told-lag.js';

/**
 * What goes on now, from the log alone: of the services nothing is asked, and nothing is kept. Every instance of the console sees all
 * of it by itself, so that they agree, and one that has just started knows it within seconds.
 */
@Injectable()
export class Watching implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #lag: LagWatch;
  readonly #tail: FactTail;
  #untold: () => void = () => undefined;

  constructor(instances: Instances, drivers: Drivers, searches: Searches) {
    const { kafka, namespace, registry } = settings();
    const log = logger('console');
    const kafkaSight = () => kafkaLog({ ...kafka, clientId: 'ride-console-live', logger: log }).sight();
    const schemas = openSchemas({ registryUrl: registry.url, namespace });
    this.#lag = new LagWatch({ sight: kafkaSight(), namespace, logger: log });
    this.#tail = new FactTail({ sight: kafkaSight(), schemas, namespace, logger: log }, instances, drivers, searches);
  }

  onApplicationBootstrap(): void {
    this.#lag.start();
    this.#tail.start();
    this.#untold = tellLag(this.#lag);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#untold();
    await Promise.all([this.#lag.stop(), this.#tail.stop()]);
  }

  get lags(): Lags {
    return this.#lag.last;
  }

  /** Resolves when all that was said before the start has been seen. */
  caughtUp(): Promise<void> {
    return this.#tail.caughtUp();
  }
}

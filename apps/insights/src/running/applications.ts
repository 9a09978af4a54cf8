import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { serviceAreas } from '@ride/geo';
import { Probes, UnitOfWork } from '@ride/messaging';
import { logger } from '@ride/observability';
import { TopologyRefused, type Found, type Health, type Streams } from '@ride/streams';
import { demand } from '../demand/demand.js';
import { statements } from '../statements/statements.js';
import { currenciesMeet } from '../statements/currencies.js';
import { Standing } from './standing.js';

export const APPLICATIONS = ['demand', 'statements'] as const;
export type ApplicationName = (typeof APPLICATIONS)[number];

const AGAIN_MS = 2_000;

/** Runs the applications as long as the service runs. */
@Injectable()
export class Applications implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #all: Readonly<Record<ApplicationName, Streams>> = { demand: demand(), statements: statements() };
  readonly #running = new Set<Streams>();
  readonly #standing: Readonly<Record<ApplicationName, Standing>>;
  #stopping = false;
  #starting: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    probes: Probes,
  ) {
    this.#standing = {
      demand: new Standing('demand', () => this.health('demand')),
      statements: new Standing('statements', () => this.health('statements')),
    };
    probes.add(...Object.values(this.#standing));
  }

  /** Rejects when what stands in Kafka, or in the configuration, does not fit; while Kafka is away it is tried again. */
  async onApplicationBootstrap(): Promise<void> {
    currenciesMeet(serviceAreas());
    this.#starting = Promise.all(Object.values(this.#all).map((application) => this.#start(application)));
    await this.#starting;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping = true;
    await this.#starting.catch(() => undefined);
    await Promise.all([...this.#running].map((application) => application.stop()));
  }

  /** Its graph in words, and what changes when its state would mean something else. */
  described(name: ApplicationName): { readonly topology: string; readonly fingerprint: string } {
    const application = this.#all[name];
    return { topology: application.describe(), fingerprint: application.fingerprint };
  }

  /** Undefined until it has begun. */
  health(name: ApplicationName): Health | undefined {
    const application = this.#all[name];
    return this.#running.has(application) ? application.health() : undefined;
  }

  read(name: ApplicationName, store: string, key: string): Found {
    const application = this.#all[name];
    return this.#running.has(application) ? application.read(store, key) : { is: 'moving' };
  }

  async #start(application: Streams): Promise<void> {
    const { streamsFolder: folder, instanceUrl: address } = settings();
    const options = {
      service: 'insights',
      address,
      unitOfWork: this.unitOfWork,
      ...(folder !== undefined && { folder }),
    };
    while (!this.#stopping) {
      try {
        await application.start({ ...options, service: 'insights' });
        this.#running.add(application);
        return;
      } catch (err) {
        // On a new cluster the services that say the facts are about to make their topics.
        if (err instanceof TopologyRefused && err.code !== 'topic_missing') throw err;
        logger('insights').warn({ err, application: application.name }, 'an application can’t be started: tried again');
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    }
  }
}

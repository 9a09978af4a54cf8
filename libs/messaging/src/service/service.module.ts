import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import type { Service } from '@ride/events';
import { DataSource } from 'typeorm';
import { Breaks } from '../breaks/breaks.js';
import { DeadLetters } from '../dead-letters/dead-letters.js';
import { Probes } from '../health/probes.js';
import { FactServer } from '../transport/fact-server.js';
import { UnitOfWork } from '../tx.js';
import { migrate } from './database.js';
import { DirectPublisher } from './direct-publisher.js';
import { Rehearing } from './rehearing.js';
import { Runtime } from './runtime.js';
import type { RuntimeOptions } from './runtime-options.js';

const named = new Map<Service, RuntimeOptions>();

/**
 * Brings the tables of a service up to date that this process has named: nothing but its database is asked. Returns the names
 * of what was done.
 */
export function migrateNamed(service: Service): Promise<readonly string[]> {
  return migrate(service, named.get(service)?.migrations ?? []);
}

/** Makes a Nest module a service: its database, its unit of work, and the transport of its facts. */
@Module({})
export class ServiceModule implements OnApplicationShutdown {
  constructor(private readonly runtime: Runtime) {}

  static named(service: Service, options: RuntimeOptions = {}): DynamicModule {
    named.set(service, options);
    return {
      module: ServiceModule,
      global: true,
      providers: [
        { provide: Runtime, useFactory: () => Runtime.open(service, options) },
        { provide: DataSource, useFactory: (runtime: Runtime) => runtime.data, inject: [Runtime] },
        { provide: UnitOfWork, useFactory: (runtime: Runtime) => runtime.unitOfWork, inject: [Runtime] },
        { provide: DirectPublisher, useFactory: (runtime: Runtime) => runtime.publisher, inject: [Runtime] },
        { provide: Probes, useFactory: (runtime: Runtime) => runtime.probes, inject: [Runtime] },
        { provide: Rehearing, useFactory: (runtime: Runtime) => runtime.rehearing, inject: [Runtime] },
        { provide: DeadLetters, useFactory: (runtime: Runtime) => runtime.deadLetters, inject: [Runtime] },
        { provide: Breaks, useFactory: (runtime: Runtime) => runtime.breaks ?? null, inject: [Runtime] },
        { provide: FactServer, useFactory: (runtime: Runtime) => new FactServer(runtime), inject: [Runtime] },
      ],
      exports: [Runtime, DataSource, UnitOfWork, DirectPublisher, DeadLetters, Breaks, FactServer, Probes, Rehearing],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.runtime.close();
  }
}

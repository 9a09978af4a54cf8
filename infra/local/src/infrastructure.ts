import { type Settings } from '@ride/configuration';
import { type Component } from './component.js';
import { kafka } from './kafka.js';
import { type Layout } from './layout.js';
import { postgres } from './postgres.js';
import { redis } from './redis.js';
import { registry } from './registry.js';

export const services = ['rider', 'driver', 'matching', 'booking', 'notification'] as const;
export type ServiceName = (typeof services)[number];
/** With insights and the operators' console, which run as they do, but have no part in any ride. */
export const apps = [...services, 'insights', 'console'] as const;
export type AppName = (typeof apps)[number];

export const infrastructureNames: readonly string[] = ['postgres', 'kafka', 'redis', 'registry'];

export interface InfrastructureOptions {
  readonly durable: boolean;
  readonly maxConnections: number;
  readonly kafkaHeapMegabytes: number;
}

export const ordinary: InfrastructureOptions = { durable: true, maxConnections: 500, kafkaHeapMegabytes: 512 };

/** Kafka, PostgreSQL, Redis and the schema registry on the ports that the settings name. */
export function infrastructure(layout: Layout, settings: Settings, options = ordinary): readonly Component[] {
  const { ports, namespace } = settings;
  const registryDatabase = `${namespace}ride_registry`;
  const databases = [registryDatabase, ...apps.map((name) => `${namespace}ride_${name}`)];
  const { durable, maxConnections } = options;
  return [
    postgres(layout, { port: ports.postgres, databases, maxConnections, durable }),
    kafka(layout, {
      port: ports.kafka,
      controllerPort: ports.kafkaController,
      heapMegabytes: options.kafkaHeapMegabytes,
    }),
    redis(layout, ports.redis),
    registry(layout, { port: ports.registry, postgresPort: ports.postgres, database: registryDatabase }),
  ];
}

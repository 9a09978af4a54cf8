import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from '@ride/configuration';
import { freePorts } from './free-ports.js';
import { infrastructureNames } from './infrastructure.js';
import { keep } from './kept.js';
import { layout } from './layout.js';
import { sweepTestRuns } from './leftovers.js';

export interface TestInfrastructure {
  /** The RIDE_* variables that lead to it. */
  readonly env: Readonly<Record<string, string>>;
  /** A file with the same variables, for RIDE_TEST_INFRASTRUCTURE. */
  readonly file: string;
  /** Stops it and deletes what it kept. */
  stop(): Promise<void>;
}

/**
 * Kafka, PostgreSQL, Redis and the registry for one run of tests: free ports, a folder of its own that is deleted in the end,
 * and a PostgreSQL that does not wait for the disk. When this process is gone, it is too.
 */
export async function startTestInfrastructure(base: NodeJS.ProcessEnv = process.env): Promise<TestInfrastructure> {
  const { root } = layout();
  await sweepTestRuns(join(root, '.local'));
  const dir = join(root, '.local', `test-${randomBytes(4).toString('hex')}`);
  const names = ['KAFKA', 'KAFKA_CONTROLLER', 'POSTGRES', 'REDIS', 'SCHEMA_REGISTRY', 'ISSUER'] as const;
  const services = ['RIDER', 'DRIVER', 'MATCHING', 'BOOKING', 'NOTIFICATION'] as const;
  const all = [...names, ...services];
  const ports = await freePorts(all.length);
  const env = withAddresses(Object.fromEntries(all.map((name, i) => [`RIDE_${name}_PORT`, `${ports[i]}`])));
  // The developer's own settings must not change what is tested, nor lead the tests to their data.
  const rest = Object.entries(base).filter(([name]) => !name.startsWith('RIDE_'));
  const kept = await keep(
    {
      dir,
      only: infrastructureNames,
      options: { durable: false, maxConnections: 500, kafkaHeapMegabytes: 512 },
      fresh: false,
      dropAfter: true,
    },
    { ...Object.fromEntries(rest), ...env },
    () => undefined,
  );
  const file = join(dir, 'test.env');
  writeFileSync(
    file,
    Object.entries(env)
      .map(([name, value]) => `export ${name}=${value}\n`)
      .join(''),
  );
  return { env, file, stop: () => kept.stop() };
}

/** Ports, and the addresses that follow from them: for whoever reads the variables without our configuration. */
function withAddresses(ports: Record<string, string>): Record<string, string> {
  const { kafka, postgres, redis, registry, identity } = settings(ports);
  return {
    ...ports,
    RIDE_KAFKA_BROKERS: kafka.brokers.join(','),
    RIDE_POSTGRES_URL: postgres.url,
    RIDE_REDIS_URL: redis.url,
    RIDE_SCHEMA_REGISTRY_URL: registry.url,
    RIDE_ISSUER: identity.issuer,
    RIDE_JWKS_URL: identity.jwksUrl,
  };
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { infrastructureNames } from './infrastructure.js';
import { startOwnStack } from './own-stack.js';

export interface TestInfrastructure {
  /** The RIDE_* variables that lead to it. */
  readonly env: Readonly<Record<string, string>>;
  /** A file with the same variables, for RIDE_TEST_INFRASTRUCTURE. */
  readonly file: string;
  /** Stops it and deletes what it kept. */
  stop(): Promise<void>;
}

/** Kafka, PostgreSQL, Redis and the registry for one run of tests, and a PostgreSQL that does not wait for the disk. */
export async function startTestInfrastructure(base: NodeJS.ProcessEnv = process.env): Promise<TestInfrastructure> {
  const { kept, env } = await startOwnStack({
    only: infrastructureNames,
    options: { durable: false, maxConnections: 500, kafkaHeapMegabytes: 512 },
    base,
  });
  const file = join(kept.layout.dir, 'test.env');
  writeFileSync(
    file,
    Object.entries(env)
      .map(([name, value]) => `export ${name}=${value}\n`)
      .join(''),
  );
  return { env, file, stop: () => kept.stop() };
}

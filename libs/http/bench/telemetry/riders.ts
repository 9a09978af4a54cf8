import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startIssuer } from '../../test/identity.js';
import { asOwner, freePort, root } from '../edge/place.js';
import { start, type Contestant } from '../edge/contestant.js';

export interface Riders {
  /** In the order of the environments. */
  readonly servers: readonly Contestant[];
  readonly tokens: readonly string[];
  readonly end: () => Promise<void>;
}

/** A rider service for each environment, with a namespace and a database of its own: none does another's work. */
export async function startRiders(
  environments: readonly { readonly name: string; readonly env: Readonly<Record<string, string>> }[],
): Promise<Riders> {
  const issuer = await startIssuer();
  const logs = mkdtempSync(join(tmpdir(), 'ride-telemetry-'));
  const databases: string[] = [];
  const servers: Contestant[] = [];
  for (const { name, env } of environments) {
    const namespace = `told${randomBytes(4).toString('hex')}_`;
    const database = `${namespace}ride_rider`;
    const port = await freePort();
    await asOwner(`CREATE DATABASE "${database}"`);
    databases.push(database);
    servers.push(
      await start({
        name,
        script: join(root(), 'apps', 'rider', 'dist', 'src', 'main.js'),
        port,
        database,
        env: {
          ...process.env,
          RIDE_LIMIT_PERSON: '900000000',
          RIDE_LIMIT_ADDRESS: '900000000',
          RIDE_NAMESPACE: namespace,
          RIDE_ISSUER: issuer.issuer,
          RIDE_RIDER_PORT: String(port),
          ...env,
        },
        log: join(logs, `${namespace}.log`),
        readyAt: '/health/ready',
      }),
    );
  }
  return {
    servers,
    tokens: await Promise.all(Array.from({ length: 100 }, () => issuer.token({ role: 'rider' }, { expires: '1h' }))),
    end: async () => {
      await Promise.all(servers.map((server) => server.stop()));
      issuer.stop();
      for (const database of databases) await asOwner(`DROP DATABASE "${database}" WITH (FORCE)`);
      rmSync(logs, { recursive: true });
    },
  };
}

import { settings } from '@ride/configuration';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { startIssuer } from '../../test/identity.js';
import { start, type Contestant } from './contestant.js';

export interface Place {
  /** The rider service first. */
  readonly contestants: readonly Contestant[];
  readonly tokens: readonly string[];
  readonly end: () => Promise<void>;
}

interface Wish {
  readonly riders: number;
  /** Folder for a CPU profile of the rider service. */
  readonly profile: string | undefined;
}

/** Databases with the rider service's tables, one for each contestant; an issuer of tokens; and the contestants, running. */
export async function prepare({ riders, profile }: Wish): Promise<Place> {
  const issuer = await startIssuer();
  const namespace = `edge${randomBytes(4).toString('hex')}_`;
  const [rider, stock, bare] = [`${namespace}ride_rider`, `${namespace}stock`, `${namespace}bare`] as const;
  const logs = mkdtempSync(join(tmpdir(), 'ride-edge-'));
  // Requests are counted as ever, and never too many.
  const limits = { RIDE_LIMIT_PERSON: '900000000', RIDE_LIMIT_ADDRESS: '900000000' };
  const here = { ...process.env, ...limits, RIDE_NAMESPACE: namespace, RIDE_ISSUER: issuer.issuer };

  const startRider = async (flags: readonly string[] = []) => {
    const port = await freePort();
    return start({
      name: 'the rider service',
      script: join(root(), 'apps', 'rider', 'dist', 'src', 'main.js'),
      port,
      database: rider,
      env: { ...here, RIDE_RIDER_PORT: String(port) },
      log: join(logs, 'rider.log'),
      readyAt: '/health/ready',
      flags,
    });
  };
  const startOther = async (name: string, script: string, database: string) => {
    const port = await freePort();
    const env = { ...here, DATABASE_URL: urlOf(database), PORT: String(port), NODE_ENV: 'production' };
    const log = join(logs, `${script}.log`);
    return start({
      name,
      script: join(import.meta.dirname, `${script}.js`),
      port,
      database,
      env,
      log,
      readyAt: '/ready',
    });
  };

  await asOwner(`CREATE DATABASE "${rider}"`);
  // Its migrations make the tables that the others copy.
  await (await startRider()).stop();
  for (const copy of [stock, bare]) await asOwner(`CREATE DATABASE "${copy}" TEMPLATE "${rider}"`);
  const contestants = [
    await startRider(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]),
    await startOther('Nest, Express, class-validator, TypeORM', 'nest-express', stock),
    await startOther('node:http, ajv, pg', 'bare', bare),
  ];
  return {
    contestants,
    tokens: await Promise.all(Array.from({ length: riders }, () => issuer.token({ role: 'rider' }, { expires: '1h' }))),
    end: async () => {
      await Promise.all(contestants.map((server) => server.stop()));
      issuer.stop();
      for (const database of [rider, stock, bare]) await asOwner(`DROP DATABASE "${database}" WITH (FORCE)`);
      rmSync(logs, { recursive: true });
    },
  };
}

const urlOf = (database: string): string => new URL(`/${database}`, settings().postgres.url).href;

export async function asOwner(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export function root(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'nx.json'))) folder = dirname(folder);
  return folder;
}

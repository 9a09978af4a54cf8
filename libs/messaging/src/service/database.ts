import { setTimeout as sleep } from 'node:timers/promises';
import { settings } from '@ride/configuration';
import type { Service } from '@ride/events';
import { logger } from '@ride/observability';
import pg from 'pg';
import { DataSource, getMetadataArgsStorage, type MigrationInterface } from 'typeorm';
import { Begun1764200000002 } from '../migrations/begun-1764200000002.js';
import { canBeBroken } from '../breaks/where.js';
import { Breaks1765300000000 } from '../migrations/breaks-1765300000000.js';
import { Delivery1764000000000 } from '../migrations/delivery-1764000000000.js';
import { Keyless1764300000000 } from '../migrations/keyless-1764300000000.js';
import { OrderedRetry1764200000000 } from '../migrations/ordered-retry-1764200000000.js';
import { Performing1764300000001 } from '../migrations/performing-1764300000001.js';
import { Repairs1764200000001 } from '../migrations/repairs-1764200000001.js';
import { keepInboxPartitions } from '../inbox/inbox.js';
import { inOneWrite } from '../unit/in-one-write.js';
import { SESSION_OPTIONS } from '../unit/postgres-unit-of-work.js';
import { SnakeNaming } from './snake-naming.js';

export type Migration = new () => MigrationInterface;

/** The address of a service's own database; what the server's address says about TLS goes for it, too. */
export function databaseUrl(service: Service): string {
  const { namespace, postgres } = settings();
  const url = new URL(postgres.url);
  url.pathname = `/${namespace}ride_${service}`;
  return url.href;
}

/** How often it is looked whether the tables are up to date yet. */
const LOOK_AGAIN_MS = 500;

/**
 * Opens the service's database, with its tables up to date. Several instances may start at once: one migrates, the others
 * wait; with RIDE_MIGRATIONS=wait all wait for `migrate`. The entities are all that the process has declared.
 */
export async function openDatabase(service: Service, migrations: readonly Migration[]): Promise<DataSource> {
  const data = await connected(service, migrations);
  if (settings().migrations === 'wait') await untilMigrated(service, data);
  else await runMigrations(service, data);
  await keepInbox(service);
  return data;
}

/** Brings the service's tables up to date and lets go of the database. Returns the names of what was done. */
export async function migrate(service: Service, migrations: readonly Migration[]): Promise<readonly string[]> {
  const data = await connected(service, migrations);
  try {
    return await runMigrations(service, data);
  } finally {
    await data.destroy();
  }
}

async function connected(service: Service, migrations: readonly Migration[]): Promise<DataSource> {
  const data = new DataSource({
    type: 'postgres',
    url: databaseUrl(service),
    entities: getMetadataArgsStorage().tables.flatMap(({ target }) => (typeof target === 'function' ? [target] : [])),
    migrations: [
      Delivery1764000000000,
      OrderedRetry1764200000000,
      Repairs1764200000001,
      Begun1764200000002,
      Keyless1764300000000,
      Performing1764300000001,
      ...(canBeBroken(service) ? [Breaks1765300000000] : []),
      ...migrations,
    ],
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    applicationName: `ride ${service}`,
    extra: { max: 10, options: SESSION_OPTIONS },
  });
  return data.initialize();
}

async function runMigrations(service: Service, data: DataSource): Promise<readonly string[]> {
  let done: readonly string[] = [];
  await whileAlone(service, async () => {
    done = (await data.runMigrations()).map(({ name }) => name);
  });
  return done;
}

async function untilMigrated(service: Service, data: DataSource): Promise<void> {
  let isTold = false;
  while (await isBehind(data)) {
    if (!isTold) logger(service).info('waits until somebody has run `main.js migrate`');
    isTold = true;
    await sleep(LOOK_AGAIN_MS);
  }
}

/** Whether its migrations are not all done. It only reads: the table that tells it may not be there yet. */
async function isBehind(data: DataSource): Promise<boolean> {
  const [table] = await data.query<[{ is: string | null }]>("SELECT to_regclass('migrations') AS is");
  if (table.is === null) return true;
  const done = new Set((await data.query<{ name: string }[]>('SELECT name FROM migrations')).map(({ name }) => name));
  return data.migrations.some((migration) => !done.has(migration.name ?? migration.constructor.name));
}

/** The inbox's days, as of now. */
export function keepInbox(service: Service, now = Date.now()): Promise<void> {
  return whileAlone(service, (guard) =>
    keepInboxPartitions(async (sql) => (await guard.query<{ name: string }>(sql)).rows, now),
  );
}

/** Changes of tables are made by one instance at a time, on a session of its own; the others wait. */
async function whileAlone(service: Service, work: (guard: pg.Client) => Promise<void>): Promise<void> {
  const guard = new pg.Client({ connectionString: databaseUrl(service), application_name: `ride ${service} tables` });
  // That the session has ended is told by its next statement; without a listener it would end the process.
  guard.on('error', () => undefined);
  await guard.connect();
  try {
    await guard.query("SELECT pg_advisory_lock(hashtextextended('ride tables', 0))");
    await work(guard);
  } finally {
    await guard.end();
  }
}

/**
 * Units of work find their rows by index. Left to itself the planner reads whole tables while they are small, since it can't
 * know how few rows a JSON parameter holds, and a prepared statement keeps that plan as they grow. With one way to go there is
 * nothing to plan again at each run.
 */
const BY_INDEX =
  '-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c plan_cache_mode=force_generic_plan';

/** A pool of units of work: sessions that a stopped process can't make others wait for, nor a lock longer than so many milliseconds. */
export function openPool(service: Service, use: string, max: number, lockMs?: number): pg.Pool {
  const options = lockMs === undefined ? BY_INDEX : `${BY_INDEX} -c lock_timeout=${lockMs}`;
  const pool = poolOf(service, use, max, { options, pipeline: true });
  pool.on('connect', inOneWrite);
  return pool;
}

/** A pool for statements over many rows, each asked rarely: by whatever way is the best then. */
export function openPoolForMany(service: Service, use: string, max: number): pg.Pool {
  return poolOf(service, use, max, { options: '', pipeline: false });
}

/** One session of its own, so that no load makes the database look as if it were away; after 3 s without an answer it is. */
export function openPoolForProbes(service: Service): pg.Pool {
  return poolOf(service, 'probes', 1, { options: '', pipeline: false, timeoutMs: 3_000 });
}

interface How {
  readonly options: string;
  readonly pipeline: boolean;
  readonly timeoutMs?: number;
}

function poolOf(service: Service, use: string, max: number, how: How): pg.Pool {
  const config = {
    connectionString: databaseUrl(service),
    application_name: `ride ${service} ${use}`,
    max,
    options: `${SESSION_OPTIONS} ${how.options}`,
    connectionTimeoutMillis: how.timeoutMs ?? 5_000,
    // Longer than any transaction may take: a server that has not ended it is out of reach.
    query_timeout: how.timeoutMs ?? 35_000,
    pipeline: how.pipeline,
  };
  const pool = new pg.Pool(config);
  // That a session has ended in the middle of a unit is told by the unit's next statement.
  pool.on('connect', (client) => client.on('error', () => undefined));
  // A session that the server ends while it is idle is replaced at the next use.
  pool.on('error', () => undefined);
  return pool;
}

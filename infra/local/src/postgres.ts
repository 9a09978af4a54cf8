import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { type Component } from './component.js';
import { type Layout } from './layout.js';
import { postgresBinaries, postgresUser } from './postgres-binaries.js';

const run = promisify(execFile);

export interface PostgresOptions {
  readonly port: number;
  readonly databases: readonly string[];
  readonly maxConnections: number;
  /** false: commits do not wait for the disk. For tests only, whose data is dropped. */
  readonly durable: boolean;
}

async function query<T>(port: number, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'ride', password: 'ride', database: 'postgres' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What it is told that matters wherever it runs. */
export function postgresFlags({ maxConnections }: Pick<PostgresOptions, 'maxConnections'>) {
  return { max_connections: maxConnections, shared_buffers: '256MB', max_wal_size: '2GB' };
}

/** One PostgreSQL server; its superuser is `ride` with password `ride`, reachable from this machine only. */
export function postgres(layout: Layout, options: PostgresOptions): Component {
  const data = join(layout.data, 'postgres');
  return {
    name: 'postgres',
    after: [],
    port: options.port,
    marker: data,
    readyWithinMs: 60_000,
    // SIGINT: disconnects the clients and stops in order.
    stopSignal: 'SIGINT',
    stopWithinMs: 20_000,
    async prepare() {
      if (existsSync(data)) return;
      // Made beside its place and moved there when whole: half a data folder must not be taken for one.
      const unfinished = `${data}.new`;
      rmSync(unfinished, { recursive: true, force: true });
      mkdirSync(unfinished, { mode: 0o700 });
      const user = postgresUser(data);
      const password = join(tmpdir(), `ride-initdb-${process.pid}-${options.port}`);
      writeFileSync(password, 'ride\n', { mode: 0o600 });
      if (user !== undefined) for (const each of [unfinished, password]) chownSync(each, user.uid, user.gid);
      const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
      const access = ['--username=ride', '--auth=scram-sha-256', `--pwfile=${password}`];
      try {
        await run(postgresBinaries().initdb, ['-D', unfinished, ...locale, ...access, '--no-sync'], { ...user });
      } finally {
        rmSync(password, { force: true });
      }
      renameSync(unfinished, data);
    },
    async command() {
      const flags = {
        listen_addresses: '127.0.0.1',
        unix_socket_directories: '',
        ...postgresFlags(options),
        ...(options.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
      };
      const settings = Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
      const user = postgresUser(data);
      const args = ['-D', data, '-p', `${options.port}`, ...settings];
      return { file: postgresBinaries().postgres, args, ...(user === undefined ? {} : { user }) };
    },
    async isReady() {
      return query(options.port, async (client) => (await client.query('SELECT 1')).rowCount === 1);
    },
    async furnish() {
      await query(options.port, async (client) => {
        const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database');
        const there = new Set(rows.map(({ datname }) => datname));
        for (const name of options.databases.filter((each) => !there.has(each))) {
          await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
        }
      });
    },
  };
}

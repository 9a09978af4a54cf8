import { settings } from '@ride/configuration';
import type { Service } from '@ride/events';
import { databaseUrl } from '@ride/messaging';
import pg from 'pg';

async function asOwner(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: new URL('/postgres', settings().postgres.url).href });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

const nameOf = (service: Service): string => new URL(databaseUrl(service)).pathname.slice(1);

/** The service's database in the suite's namespace, empty. */
export function createDatabase(service: Service): Promise<void> {
  return asOwner((client) => client.query(`CREATE DATABASE "${nameOf(service)}"`));
}

export function dropDatabase(service: Service): Promise<void> {
  return asOwner((client) => client.query(`DROP DATABASE IF EXISTS "${nameOf(service)}" WITH (FORCE)`));
}

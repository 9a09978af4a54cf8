import { settings } from '@ride/configuration';
import pg from 'pg';
import { services, type ServiceName } from '../../src/infrastructure.js';

/** Asks the database of each service for one number. Throws when one is out of reach. */
export async function inEach(
  env: NodeJS.ProcessEnv,
  sql: string,
  values: readonly unknown[] = [],
): Promise<ReadonlyMap<ServiceName, number>> {
  const { namespace, postgres } = settings(env);
  const asked = services.map(async (service) => {
    const client = new pg.Client({ connectionString: `${postgres.url}/${namespace}ride_${service}` });
    await client.connect();
    try {
      const { rows } = await client.query<{ n: number }>(sql, [...values]);
      return [service, rows[0]?.n ?? 0] as const;
    } finally {
      await client.end();
    }
  });
  return new Map(await Promise.all(asked));
}

/** Facts that a handler was blamed for, however they ended. */
export async function failedFacts(env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const counts = await inEach(env, 'SELECT count(*)::int AS n FROM failed_fact');
  return [...counts].flatMap(([service, n]) => (n > 0 ? [`${service}: ${n} failed facts`] : []));
}

import { settings } from '@ride/configuration';
import { readFile } from 'node:fs/promises';
import pg from 'pg';

const TICKS = 100; // a second, in /proc of every Linux

/** CPU seconds that PostgreSQL's sessions in a database have taken; undefined where there is no /proc, or they are elsewhere. */
export async function backendsCpu(database: string): Promise<number | undefined> {
  const client = new pg.Client({ connectionString: new URL('/postgres', settings().postgres.url).href });
  await client.connect();
  const { rows } = await client
    .query<{ pid: number }>('SELECT pid FROM pg_stat_activity WHERE datname = $1', [database])
    .finally(() => client.end());
  try {
    const each = await Promise.all(rows.map(({ pid }) => readFile(`/proc/${pid}/stat`, 'utf8')));
    return each.map(cpuIn).reduce((sum, seconds) => sum + seconds, 0);
  } catch {
    return undefined;
  }
}

/** User and system time, the 14th and 15th field; the 2nd, in parentheses, may hold spaces. */
function cpuIn(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

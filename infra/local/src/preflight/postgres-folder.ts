import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Layout } from '../layout.js';
import { postgresUser } from '../postgres-binaries.js';
import { type Finding } from './finding.js';

/** Run by root, PostgreSQL becomes another user, who must be able to reach its data and its program. */
export function postgresFolderFindings(layout: Layout): Finding[] {
  const user = postgresUser(join(layout.data, 'postgres'));
  if (user === undefined) return [];
  const closed = [...new Set([...above(layout.data), ...above(join(layout.root, 'node_modules'))])].filter((folder) => {
    if (!existsSync(folder)) return false;
    const { mode, uid } = statSync(folder);
    return (mode & 0o001) === 0 && uid !== user.uid;
  });
  return closed.map((folder) => ({
    code: 'folder_closed_to_postgres',
    what: `PostgreSQL does not run as root, and the user that it runs as can't enter ${folder}.`,
    todo: `Clone Ride somewhere else (such as /opt or /srv), run it as another user, or: chmod o+x ${folder}`,
  }));
}

function above(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...above(parent)];
}

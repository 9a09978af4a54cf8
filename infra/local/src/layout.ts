import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where a stack keeps what it has. Several stacks share the jars, nothing else. */
export interface Layout {
  /** The repository. */
  readonly root: string;
  readonly jars: string;
  readonly dir: string;
  readonly data: string;
  readonly logs: string;
  /** Pid files and the state of the running stack. */
  readonly run: string;
}

/** The repository's folder, found from this file wherever it was compiled to. */
export function repositoryRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'nx.json')) || !isRide(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No Ride repository around ${import.meta.dirname}`);
    folder = parent;
  }
  return folder;
}

function isRide(packageJson: string): boolean {
  return existsSync(packageJson) && (JSON.parse(readFileSync(packageJson, 'utf8')) as { name: string }).name === 'ride';
}

/** `dir`: the stack's own folder, by default `.local` of the repository. */
export function layout(dir?: string): Layout {
  const root = repositoryRoot();
  const own = dir ?? join(root, '.local');
  return {
    root,
    jars: join(root, '.local', 'jars'),
    dir: own,
    data: join(own, 'data'),
    logs: join(own, 'logs'),
    run: join(own, 'run'),
  };
}

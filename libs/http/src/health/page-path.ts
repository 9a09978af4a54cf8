import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where docs/health.md stands; this file may be compiled, and then stands deeper. */
export function pagePath(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'nx.json'))) folder = dirname(folder);
  return join(folder, 'docs', 'health.md');
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A path in the repository, in which this file stands; it may be compiled, and then stands deeper. */
export function inRepository(...path: readonly string[]): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'nx.json'))) folder = dirname(folder);
  return join(folder, ...path);
}

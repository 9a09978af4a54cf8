import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutant.js';

const above = join(import.meta.dirname, '..');
/** The package's folder; compiled, this file stands one deeper, in dist/mutants. */
export const packageRoot = existsSync(join(above, 'package.json')) ? above : join(above, '..');

/** How often the text that a mutant changes stands in its file: a mutant that changes nothing proves nothing. */
export function occurrences({ file, find }: Mutant): number {
  const path = join(packageRoot, file);
  return existsSync(path) ? readFileSync(path, 'utf8').split(find).length - 1 : 0;
}

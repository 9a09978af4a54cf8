import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { infrastructureNames } from '../infrastructure.js';
import { Refused } from './exit.js';
import { runNode } from './run-node.js';
import { ourLayout, withStack } from './with-stack.js';

/** `npm run chaos -- LIBRARY ARGS`: test/chaos/main.ts of a library, on a stack with nothing but the infrastructure. */
export async function chaos([name = '', ...args]: readonly string[]): Promise<number> {
  const libraries = join(ourLayout().root, 'libs');
  const scriptOf = (library: string): string => join(libraries, library, 'dist', 'test', 'chaos', 'main.js');
  const known = readdirSync(libraries).filter((library) => existsSync(scriptOf(library)));
  if (!known.includes(name))
    throw new Refused(`Which library? npm run chaos -- NAME, with one of: ${known.join(', ') || 'none yet'}`);
  const wish = { components: infrastructureNames, fresh: false, attach: true };
  return withStack(wish, (env) => runNode(scriptOf(name), args, env));
}

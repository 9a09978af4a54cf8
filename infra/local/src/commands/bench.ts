import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { infrastructureNames } from '../infrastructure.js';
import { everything } from '../whole-stack.js';
import { Refused } from './exit.js';
import { runNode } from './run-node.js';
import { ourLayout, withStack } from './with-stack.js';

interface Benchmark {
  readonly name: string;
  readonly script: string;
  /** A benchmark of an app needs the services, one of a library the infrastructure alone. */
  readonly components: readonly string[];
}

function benchmarks(root: string): Benchmark[] {
  return [
    { kind: 'libs', components: infrastructureNames },
    { kind: 'apps', components: everything },
  ].flatMap(({ kind, components }) =>
    readdirSync(join(root, kind)).flatMap((project) => {
      const folder = join(root, kind, project, 'dist', 'bench');
      const files = existsSync(join(root, kind, project, 'bench')) && existsSync(folder) ? readdirSync(folder) : [];
      const scripts = files.filter((file) => file.endsWith('.js'));
      return scripts.map((file) => ({ name: basename(file, '.js'), script: join(folder, file), components }));
    }),
  );
}

/** `npm run bench -- NAME ARGS`: bench/NAME.ts of any app or library. */
export async function bench([name, ...args]: readonly string[]): Promise<number> {
  const known = benchmarks(ourLayout().root);
  const chosen = known.find((each) => each.name === name);
  if (chosen === undefined) {
    const names = known.map((each) => each.name).join(', ') || 'none yet';
    throw new Refused(`Which benchmark? npm run bench -- NAME, with one of: ${names}`);
  }
  const wish = { components: chosen.components, fresh: false, attach: true };
  return withStack(wish, (env) => runNode(chosen.script, args, env));
}

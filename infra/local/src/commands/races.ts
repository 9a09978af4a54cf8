import { join } from 'node:path';
import { runNode } from './run-node.js';
import { ourLayout } from './with-stack.js';

/** `npm run races -- ARGS`: on a stack of its own, with the deadlines that races need. */
export async function races(args: readonly string[]): Promise<number> {
  const { root } = ourLayout();
  return runNode(join(root, 'infra', 'local', 'dist', 'test', 'races', 'main.js'), args, process.env);
}

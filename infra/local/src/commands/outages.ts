import { join } from 'node:path';
import { runNode } from './run-node.js';
import { ourLayout } from './with-stack.js';

/** `npm run outages -- ARGS`: on a stack of its own, so that nobody else's is taken away. */
export async function outages(args: readonly string[]): Promise<number> {
  const { root } = ourLayout();
  return runNode(join(root, 'infra', 'local', 'dist', 'test', 'outages', 'main.js'), args, process.env);
}

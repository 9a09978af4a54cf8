import { everything } from '../whole-stack.js';
import { runNode } from './run-node.js';
import { simulator } from './start.js';
import { ourLayout, withStack } from './with-stack.js';

/** `npm run simulate -- ARGS`: on the stack that runs, or on one started for it. */
export async function simulate(args: readonly string[]): Promise<number> {
  const script = simulator(ourLayout());
  if (args.includes('--help')) return runNode(script, args, process.env);
  return withStack({ components: everything, fresh: false, attach: true }, (env) => runNode(script, args, env));
}

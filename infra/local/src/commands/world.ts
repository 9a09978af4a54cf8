import { join } from 'node:path';
import { layout } from '../layout.js';
import { runNode } from './run-node.js';

/** `npm run world -- ARGS`: all services' policies over a modelled log, without any infrastructure. */
export function world(args: readonly string[]): Promise<number> {
  return runNode(join(layout().root, 'infra', 'world', 'dist', 'src', 'main.js'), args, process.env);
}

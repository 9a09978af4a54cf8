import { join } from 'node:path';
import { layout } from '../layout.js';
import { startTestInfrastructure } from '../test-infrastructure.js';
import { runNode } from './run-node.js';

/** `npm run crash -- ARGS`: on an infrastructure of its own. */
export async function crash(args: readonly string[]): Promise<number> {
  const script = join(layout().root, 'libs', 'messaging', 'dist', 'test', 'crash', 'main.js');
  const infrastructure = await startTestInfrastructure();
  try {
    return await runNode(script, args, { ...process.env, ...infrastructure.env });
  } finally {
    await infrastructure.stop();
  }
}

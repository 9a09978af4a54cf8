import { join } from 'node:path';
import { layout as layoutOf } from '../layout.js';
import { startTestInfrastructure } from '../test-infrastructure.js';
import { runNode } from './run-node.js';

/** `npm run mutants -- [WORD…] [--list]`: whether the tests notice mistakes that are made on purpose, on one infrastructure. */
export async function mutants(args: readonly string[]): Promise<number> {
  const script = join(layoutOf().root, 'libs', 'messaging', 'dist', 'mutants', 'run.js');
  if (args.includes('--list') || process.env['RIDE_TEST_INFRASTRUCTURE']) return runNode(script, args, process.env);
  const infrastructure = await startTestInfrastructure();
  try {
    return await runNode(script, args, { ...process.env, RIDE_TEST_INFRASTRUCTURE: infrastructure.file });
  } finally {
    await infrastructure.stop();
  }
}

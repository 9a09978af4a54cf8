import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { NODE_FLAGS } from '../node-flags.js';
import { Refused } from './exit.js';

/** Runs a compiled program of ours in this terminal. Relative paths mean those of whoever called npm. Returns its exit code. */
export async function runNode(script: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  if (!existsSync(script))
    throw new Refused(`${script} is not there. Run npm run build; if it stays away, it was not written yet.`);
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  const child = spawn(process.execPath, [...NODE_FLAGS, script, ...args], { stdio: 'inherit', env, cwd });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

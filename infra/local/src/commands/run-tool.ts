import { spawn } from 'node:child_process';
import { interrupted } from '../interrupted.js';

/** Runs a program in the repository, its output in this terminal. Returns its exit code; 1 when it ended by a signal. */
export async function runTool(
  file: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<number> {
  if (interrupted.aborted) return 1;
  const child = spawn(file, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    ...options,
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

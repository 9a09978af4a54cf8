import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refused } from '../commands/exit.js';
import { runTool } from '../commands/run-tool.js';
import { say } from '../terminal.js';

const windows = process.platform === 'win32';
const NAMES = windows ? ['py', 'python'] : ['python3', 'python'];
const OLD_ENOUGH = 'import sys; sys.exit(0 if sys.version_info >= (3, 10) else 1)';

/**
 * The program schemathesis in a virtual environment under `.local`, with the pinned packages; made at the first call and when
 * they have changed. Throws Refused when there is no Python for it.
 */
export async function schemathesis(root: string): Promise<string> {
  const requirements = join(root, 'infra', 'local', 'fuzz', 'requirements.txt');
  const folder = join(root, '.local', 'fuzz', 'python');
  const program = (name: string) => join(folder, windows ? 'Scripts' : 'bin', name);
  const made = join(folder, 'made-from');
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  if (existsSync(made) && readFileSync(made, 'utf8') === wanted) return program('schemathesis');

  const python = NAMES.find((name) => spawnSync(name, ['-c', OLD_ENOUGH]).status === 0);
  if (python === undefined)
    throw new Refused('', [
      { code: 'python_missing', what: 'Fuzzing needs Python 3.10 or newer.', todo: 'Install it (with venv and pip).' },
    ]);
  say('Installing schemathesis (once) …');
  rmSync(folder, { recursive: true, force: true });
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', requirements];
  const steps: [string, string[]][] = [
    [python, ['-m', 'venv', folder]],
    [program('python'), install],
  ];
  for (const [file, args] of steps)
    if ((await runTool(file, args, { cwd: root, env: process.env })) !== 0)
      throw new Refused('', [
        {
          code: 'schemathesis_missing',
          what: 'schemathesis can’t be installed, see above.',
          todo: 'Mend it, and again.',
        },
      ]);
  writeFileSync(made, wanted);
  return program('schemathesis');
}

import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';

export interface Contestant {
  readonly name: string;
  readonly url: string;
  readonly database: string;
  /** CPU seconds that its process has taken so far. */
  readonly cpu: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

export interface Program {
  readonly name: string;
  readonly script: string;
  readonly port: number;
  readonly database: string;
  readonly env: NodeJS.ProcessEnv;
  /** Where its log goes. */
  readonly log: string;
  /** What answers 200 once it can be asked. */
  readonly readyAt: string;
  /** More flags of Node, such as --cpu-prof. */
  readonly flags?: readonly string[];
}

/** Starts a server in a process of its own, and waits until it answers. */
export async function start(program: Program): Promise<Contestant> {
  const { name, script, port, database, env, log, readyAt, flags = [] } = program;
  const probe = join(import.meta.dirname, 'cpu.js');
  const out = openSync(log, 'a');
  const child = fork(script, [], {
    env,
    execArgv: [...process.execArgv, ...flags, '--import', probe],
    stdio: ['ignore', out, out, 'ipc'],
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(url + readyAt))) {
    if (child.exitCode !== null) throw new Error(`${name} ended before it answered: see ${log}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { name, url, database, cpu: () => cpuOf(child), stop: () => stopped(child) };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    async (response) => (await response.text(), response.status === 200),
    () => false,
  );

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const [{ cpu }] = (await once(child, 'message')) as [{ cpu: number }];
  return cpu;
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

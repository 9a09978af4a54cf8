import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const FROM_SOURCE = join(import.meta.dirname, '../../../../infra/jest/from-source.mjs');

/** An instance of `visitors` in a process beside this one. */
export class Instance {
  readonly #closed: Promise<unknown>;
  readonly running: Promise<void>;

  private constructor(private readonly child: ChildProcess) {
    this.#closed = once(child, 'close');
    // One that is killed before it runs has not failed.
    this.running = new Promise((resolve) => {
      child.once('message', () => resolve());
      child.once('exit', () => resolve());
    });
  }

  static start(folder?: string): Instance {
    const args = ['--conditions=ride-source', '--import', FROM_SOURCE, join(import.meta.dirname, 'streams-process.ts')];
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, ...(folder !== undefined && { STREAMS_FOLDER: folder }) },
    });
    return new Instance(child);
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.child.kill(signal);
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.#closed;
  }
}

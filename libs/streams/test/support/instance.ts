import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { TaskHealth } from '../../src/run/tasks.js';

const FROM_SOURCE = join(import.meta.dirname, '../../../../infra/jest/from-source.mjs');

/** What an instance tells of itself, again and again. */
export type Told = { readonly tasks: readonly TaskHealth[] } | { readonly what: 'stops' | 'has appended' };

export interface InstanceOptions {
  /** Of its disk; without it the log alone. */
  readonly folder?: string;
  /** It stops itself, as by SIGSTOP, right before it appends a commit of at least so many records. */
  readonly stopBefore?: number;
}

/** An instance of `visitors` in a process beside this one. */
export class Instance {
  readonly #closed: Promise<unknown>;
  /** All tasks that it was given run. */
  readonly running: Promise<void>;
  /** It stands still, where it was told to. */
  readonly stopped: Promise<void>;
  /** It has woken, and tried to append. */
  readonly appended: Promise<void>;
  /** As it told last. */
  tasks: readonly TaskHealth[] = [];

  private constructor(private readonly child: ChildProcess) {
    this.#closed = once(child, 'close');
    const running = Promise.withResolvers<void>();
    const stopped = Promise.withResolvers<void>();
    this.running = running.promise;
    this.stopped = stopped.promise;
    const appended = Promise.withResolvers<void>();
    this.appended = appended.promise;
    child.on('message', (told: Told) => {
      if ('what' in told) return (told.what === 'stops' ? stopped : appended).resolve();
      this.tasks = told.tasks;
      if (told.tasks.length > 0 && told.tasks.every(({ state }) => state === 'running')) running.resolve();
    });
    // One that is killed before it runs has not failed.
    child.once('exit', () => running.resolve());
  }

  static start({ folder, stopBefore }: InstanceOptions = {}): Instance {
    const args = ['--conditions=ride-source', '--import', FROM_SOURCE, join(import.meta.dirname, 'streams-process.ts')];
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        ...(folder !== undefined && { STREAMS_FOLDER: folder }),
        ...(stopBefore !== undefined && { STREAMS_STOP_BEFORE: String(stopBefore) }),
      },
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

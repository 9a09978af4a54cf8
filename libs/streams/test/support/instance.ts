import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { StoreKind } from '../../src/topology/node.js';
import type { TaskHealth } from '../../src/run/tasks.js';

const PROCESS = join(import.meta.dirname, 'streams-process');
/** As this module runs: from source, with what Jest may have changed in it, or compiled. */
const ARGS = import.meta.filename.endsWith('.ts')
  ? [
      ...['--conditions=ride-source', '--import', join(import.meta.dirname, '../../../../infra/jest/from-source.mjs')],
      `${PROCESS}.ts`,
    ]
  : [`${PROCESS}.js`];

/** What an instance tells of itself, again and again. */
export type Told = { readonly tasks: readonly TaskHealth[] } | { readonly what: 'stops' | 'has appended' };

export interface InstanceOptions {
  /** Default `local`. */
  readonly store?: StoreKind;
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

  static start({ folder, stopBefore, store = 'local' }: InstanceOptions = {}): Instance {
    const child = spawn(process.execPath, ARGS, {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        STREAMS_STORE: store,
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

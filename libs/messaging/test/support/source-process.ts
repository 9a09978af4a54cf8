import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const FROM_SOURCE = join(import.meta.dirname, '../../../../infra/jest/from-source.mjs');
const IS_SOURCE = import.meta.filename.endsWith('.ts');

/** A process beside this one, which can be stopped and killed. It runs a TypeScript file, as this one: from source, or compiled. */
export class SourceProcess {
  readonly #told = new Set<string>();
  readonly #waiting = new Set<() => void>();

  readonly #closed: Promise<unknown>;
  /** What it has printed, if that is kept. */
  printed = '';

  private constructor(private readonly child: ChildProcess) {
    this.#closed = once(child, 'close');
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (some) => (this.printed += String(some)));
    child.on('message', (message) => {
      this.#told.add(String(message));
      for (const look of this.#waiting) look();
    });
  }

  /** `file`: its path from this folder. `kept`: what it prints is not shown, but can be looked at. */
  static start(file: string, env: Readonly<Record<string, string>>, output: 'shown' | 'kept' = 'shown'): SourceProcess {
    const fromSource = IS_SOURCE ? ['--conditions=ride-source', '--import', FROM_SOURCE] : [];
    const path = join(import.meta.dirname, IS_SOURCE ? file : file.replace(/\.ts$/, '.js'));
    const to = output === 'kept' ? 'pipe' : 'inherit';
    const child = spawn(process.execPath, ['--disable-warning=TimeoutNegativeWarning', ...fromSource, path], {
      stdio: ['ignore', to, to, 'ipc'],
      env: { ...process.env, ...env },
    });
    return new SourceProcess(child);
  }

  /** All that the process has told by now. */
  get all(): ReadonlySet<string> {
    return this.#told;
  }

  /** Resolves when the process has told this by `process.send`. */
  told(what: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!this.#told.has(what)) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      this.child.once('exit', () => reject(new Error(`it ended before it told: ${what}`)));
      look();
    });
  }

  /** Tells it something, as its `message`. */
  send(what: object): void {
    this.child.send(what);
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT' | 'SIGTERM' | 'SIGKILL'): void {
    this.child.kill(signal);
  }

  /** Resolves with what it ended by: a signal or an exit code. */
  async ended(): Promise<NodeJS.Signals | number | null> {
    await this.#closed;
    return this.child.signalCode ?? this.child.exitCode;
  }

  /** Ends it, whatever state it is in. */
  async end(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended();
  }
}

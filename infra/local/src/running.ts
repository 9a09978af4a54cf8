import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Component } from './component.js';
import { type Layout } from './layout.js';
import { freeze, type Frozen } from './faults/frozen.js';
import { forget, record } from './pid-files.js';
import { type How } from './plan.js';
import { end } from './processes.js';

/** Thrown when a component does not come up; the log has the reason. */
export class NotStarted extends Error {
  constructor(
    readonly component: string,
    readonly log: string,
    reason: string,
  ) {
    super(`${component} did not start: ${reason}`);
    this.name = 'NotStarted';
  }
}

/** A component's process while it runs. */
export class Running {
  #stopping = false;
  #frozen: Frozen | undefined;
  /** Resolves when the process has ended, with how it ended. */
  readonly ended: Promise<string>;

  private constructor(
    readonly component: Component,
    layout: Layout,
    private readonly child: ChildProcess,
    readonly log: string,
  ) {
    this.ended = new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`));
    });
    void this.ended.then(() => forget(layout.run, component.name));
  }

  /** Starts the process in a group of its own, so that Ctrl-C in the terminal does not reach it before its turn. */
  static async start(
    component: Component,
    layout: Layout,
    env: NodeJS.ProcessEnv,
    unwanted: () => boolean,
  ): Promise<Running> {
    const { file, args, env: own, user } = await component.command();
    const log = join(layout.logs, `${component.name}.log`);
    if (unwanted()) throw new NotStarted(component.name, log, 'it was stopped');
    const sink = openSync(log, 'a');
    const child = spawn(file, args, {
      detached: true,
      stdio: ['ignore', sink, sink],
      windowsHide: true,
      env: { ...env, ...own },
      ...user,
    });
    closeSync(sink);
    const running = new Running(component, layout, child, log);
    if (child.pid !== undefined) {
      const { name, marker, stopSignal } = component;
      record(layout.run, { name, pid: child.pid, marker, stopSignal });
    }
    return running;
  }

  get pid(): number {
    return this.child.pid ?? -1;
  }

  get stopping(): boolean {
    return this.#stopping;
  }

  /** Waits until it answers. Throws NotStarted when it ends or takes too long. */
  async ready(): Promise<void> {
    const until = Date.now() + this.component.readyWithinMs;
    let over: string | undefined;
    void this.ended.then((how) => (over = how));
    while (over === undefined && Date.now() < until && !this.#stopping) {
      if (await this.component.isReady().catch(() => false)) return;
      await sleep(40);
    }
    const reason =
      over === undefined ? `not ready after ${this.component.readyWithinMs / 1000} s` : `it ended, ${over}`;
    throw new NotStarted(this.component.name, this.log, this.#stopping ? 'it was stopped' : reason);
  }

  /** It stands still until `thaw`, or until it is stopped; if this process dies, it goes on. */
  async freeze(): Promise<void> {
    if (!this.#stopping) this.#frozen ??= await freeze(this.pid);
  }

  async thaw(): Promise<void> {
    const frozen = this.#frozen;
    this.#frozen = undefined;
    await frozen?.thaw();
  }

  async stop(how: How = 'in order'): Promise<void> {
    this.#stopping = true;
    await this.thaw();
    if (this.child.pid === undefined || this.child.exitCode !== null || this.child.signalCode !== null) return;
    const { stopSignal, stopWithinMs } = this.component;
    await end(this.child.pid, how === 'killed' ? 'SIGKILL' : stopSignal, stopWithinMs);
    await this.ended;
  }
}

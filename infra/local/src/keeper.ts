import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from '@ride/configuration';
import { Faults } from './faults/faults.js';
import { layout as layoutOf } from './layout.js';
import { LOCAL } from './local-settings.js';
import { forget, record } from './pid-files.js';
import { type FromKeeper, type How, type Plan, type ToKeeper } from './plan.js';
import { NotStarted } from './running.js';
import { Stack } from './stack.js';
import { keeperMarker, removeState, rideVariables, writeState } from './state.js';
import { wholeStack } from './whole-stack.js';

/**
 * The process that owns all children of a stack. It lives as long as its front wants it: when the front asks for the end,
 * or is gone (its channel closes, even after kill -9), everything is stopped in order.
 */
class Keeper {
  #stack: Stack | undefined;
  #faults: Faults | undefined;
  #ending: Promise<void> | undefined;
  #clean: () => void = () => undefined;

  tell(message: FromKeeper): void {
    if (process.connected) process.send?.(message, undefined, {}, () => undefined);
  }

  async start(plan: Plan): Promise<void> {
    const here = settings();
    const layout = layoutOf(plan.dir);
    if (plan.fresh) rmSync(layout.data, { recursive: true, force: true });
    keepOneOldLog(layout.logs);
    const components = wholeStack(layout, here, plan.options, plan.instances)
      .filter(({ name }) => plan.only?.includes(name) ?? true)
      .map((each) => ({ ...each, after: each.after.filter((name) => plan.only?.includes(name) ?? true) }));
    // The operators' page is looked at under either name.
    const origins = `${new URL(here.urls.console).origin},http://localhost:${here.ports.console}`;
    const env = { ...LOCAL, RIDE_CORS_ORIGINS: origins, ...process.env, RIDE_LOCAL_DIR: layout.dir };
    this.#stack = new Stack(components, layout, env, (event) => this.tell(event));
    record(layout.run, { name: 'keeper', pid: process.pid, marker: keeperMarker(layout), stopSignal: 'SIGTERM' });
    this.#clean = () => {
      removeState(layout);
      forget(layout.run, 'keeper');
      if (plan.dropAfter) rmSync(layout.dir, { recursive: true, force: true, maxRetries: 5 });
    };
    try {
      await this.#stack.start();
      if (this.#ending !== undefined) return;
      const set = settings(env);
      if (set.breaks) this.#faults = await Faults.start(set, this.#stack, (error) => this.tell(failure(error)));
      const names = components.map(({ name }) => name);
      writeState(layout, { keeper: process.pid, components: names, env: rideVariables(env) });
      this.tell({ kind: 'up' });
    } catch (error) {
      if (this.#ending === undefined) this.tell(failure(error));
      await this.end();
    }
  }

  async halt(name: string, how: How): Promise<void> {
    await this.#stack?.halt(name, how);
  }

  async resume(name: string): Promise<void> {
    await this.#stack?.resume(name).catch((error: unknown) => this.tell(failure(error)));
  }

  end(): Promise<void> {
    this.#ending ??= (async () => {
      this.#faults?.stop();
      await this.#stack?.stop();
      this.#clean();
      process.exit(0);
    })();
    return this.#ending;
  }
}

function failure(error: unknown): FromKeeper {
  if (error instanceof NotStarted) {
    return { kind: 'failed', name: error.component, message: error.message, log: error.log };
  }
  return { kind: 'failed', name: 'stack', message: error instanceof Error ? error.message : String(error) };
}

/** The logs of the run before stay beside the new ones, as X.log.1. */
function keepOneOldLog(logs: string): void {
  if (!existsSync(logs)) return;
  for (const file of readdirSync(logs).filter((each) => each.endsWith('.log') && each !== 'keeper.log')) {
    renameSync(join(logs, file), join(logs, `${file}.1`));
  }
}

const keeper = new Keeper();
process.on('message', (message: ToKeeper) => {
  switch (message.kind) {
    case 'start':
      void keeper.start(message.plan);
      return;
    case 'halt':
      void keeper.halt(message.name, message.how);
      return;
    case 'resume':
      void keeper.resume(message.name);
      return;
    case 'stop':
      void keeper.end();
      return;
  }
});
for (const signal of ['disconnect', 'SIGTERM', 'SIGINT', 'SIGHUP'] as const)
  process.on(signal, () => void keeper.end());

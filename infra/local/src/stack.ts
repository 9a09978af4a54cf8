import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Component } from './component.js';
import { type Layout } from './layout.js';
import { type How } from './plan.js';
import { Running } from './running.js';

export type StackEvent =
  | { readonly kind: 'ready'; readonly name: string; readonly ms: number }
  | {
      readonly kind: 'died';
      readonly name: string;
      readonly how: string;
      readonly log: string;
      readonly againInMs: number;
    }
  | { readonly kind: 'back'; readonly name: string }
  | { readonly kind: 'halted'; readonly name: string }
  | { readonly kind: 'stopped'; readonly name: string };

/** All components of one stack: started as their order allows, watched, stopped in the opposite order. */
export class Stack {
  readonly #running = new Map<string, Running>();
  readonly #started = new Map<string, Promise<void>>();
  #stopped: Promise<void> | undefined;

  constructor(
    private readonly components: readonly Component[],
    private readonly layout: Layout,
    private readonly env: NodeJS.ProcessEnv,
    private readonly tell: (event: StackEvent) => void,
  ) {}

  /** Starts everything. Throws the first failure; what was started by then is left to `stop`. */
  async start(): Promise<void> {
    for (const folder of [this.layout.data, this.layout.logs, this.layout.run]) mkdirSync(folder, { recursive: true });
    for (const component of this.components) {
      const mine = this.#bringUp(
        component,
        component.after.flatMap((name) => this.#started.get(name) ?? []),
      );
      mine.catch(() => undefined);
      this.#started.set(component.name, mine);
    }
    await Promise.all(this.#started.values());
  }

  async #bringUp(component: Component, before: readonly Promise<void>[]): Promise<void> {
    const begin = Date.now();
    // What can be prepared (formatting, initdb) is, while the others still start.
    await component.prepare();
    await Promise.all(before);
    const running = await this.#launch(component);
    await running.ready();
    await component.furnish();
    this.tell({ kind: 'ready', name: component.name, ms: Date.now() - begin });
    void this.#watch(running);
  }

  async #launch(component: Component): Promise<Running> {
    const running = await Running.start(component, this.layout, this.env, () => this.#stopped !== undefined);
    this.#running.set(component.name, running);
    return running;
  }

  /** Starts a component again that died, after a second, then two, four, up to thirty. */
  async #watch(first: Running): Promise<void> {
    let running = first;
    let failures = 0;
    for (;;) {
      const since = Date.now();
      const how = await running.ended;
      if (running.stopping || this.#stopped !== undefined) return;
      const { component, log } = running;
      failures = Date.now() - since > 60_000 ? 1 : failures + 1;
      const againInMs = Math.min(30_000, 1000 * 2 ** (failures - 1));
      this.tell({ kind: 'died', name: component.name, how, log, againInMs });
      await sleep(againInMs);
      if (running.stopping || this.#stopped !== undefined) return;
      running = await this.#launch(component);
      void running.ready().then(
        () => this.tell({ kind: 'back', name: component.name }),
        () => undefined,
      );
    }
  }

  /** Ends one component and leaves it so, whatever builds on it. */
  async halt(name: string, how: How): Promise<void> {
    await this.#running.get(name)?.stop(how);
    this.tell({ kind: 'halted', name });
  }

  /** One component stands still, and holds its connections. */
  async freeze(name: string): Promise<void> {
    await this.#running.get(name)?.freeze();
  }

  async thaw(name: string): Promise<void> {
    await this.#running.get(name)?.thaw();
  }

  /** Starts a component that was halted, with the data that it had. Throws NotStarted. */
  async resume(name: string): Promise<void> {
    const component = this.components.find((each) => each.name === name);
    if (component === undefined || this.#stopped !== undefined) return;
    const running = await this.#launch(component);
    await running.ready();
    this.tell({ kind: 'back', name });
    void this.#watch(running);
  }

  /** Stops everything, each after those that build on it. Safe to call more than once. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stopInOrder();
    return this.#stopped;
  }

  async #stopInOrder(): Promise<void> {
    const done = new Map<string, Promise<void>>();
    const stopOne = (component: Component): Promise<void> => {
      const known = done.get(component.name);
      if (known !== undefined) return known;
      const users = this.components.filter((other) => other.after.includes(component.name));
      const mine = Promise.all(users.map(stopOne)).then(async () => {
        const running = this.#running.get(component.name);
        if (running === undefined) return;
        await running.stop();
        this.tell({ kind: 'stopped', name: component.name });
      });
      done.set(component.name, mine);
      return mine;
    };
    await Promise.all(this.components.map(stopOne));
    // What was still being prepared: it finds that it need not start any more.
    await Promise.allSettled(this.#started.values());
  }
}

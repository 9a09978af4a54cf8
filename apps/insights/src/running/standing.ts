import type { Figures, Indicator, Trouble } from '@ride/messaging';
import type { Health } from '@ride/streams';

/** Opening a task takes a moment, and restoring it a while: while that moves on, it is no trouble. */
const PATIENCE_MS = 30_000;

/** How an application is, for the probes. */
export class Standing implements Indicator {
  /** By task: since when it has stood still as it is. */
  readonly #still = new Map<string, { readonly as: string; readonly since: number }>();
  #missingSince: number | null = null;

  constructor(
    private readonly name: string,
    private readonly health: () => Health | undefined,
    private readonly now: () => number = Date.now,
  ) {}

  troubles(): readonly Trouble[] {
    const health = this.health();
    if (health?.isMember !== true) {
      this.#missingSince ??= this.now();
      return this.#after(this.#missingSince, 'It is not a member of its group.');
    }
    this.#missingSince = null;
    this.#follow(health);
    const [oldest] = [...this.#still.values()].sort((a, b) => a.since - b.since);
    return oldest === undefined ? [] : this.#after(oldest.since, 'A task of it does not run.');
  }

  figures(): Readonly<Record<string, Figures>> {
    const tasks = this.health()?.tasks ?? [];
    const sum = (of: Readonly<Record<string, number>>) => Object.values(of).reduce((all, one) => all + one, 0);
    const lag = tasks.reduce((all, task) => all + sum(task.lag), 0);
    const late = tasks.reduce((all, task) => all + sum(task.late), 0);
    return { [`streams ${this.name}`]: { tasks: tasks.length, lag, late } };
  }

  #follow({ tasks }: Health): void {
    const idle = tasks.filter(({ state }) => state !== 'running');
    for (const id of this.#still.keys()) if (!idle.some((task) => task.id === id)) this.#still.delete(id);
    for (const { id, state, restored } of idle) {
      const as = `${state} ${restored.done}`;
      if (this.#still.get(id)?.as !== as) this.#still.set(id, { as, since: this.now() });
    }
  }

  #after(since: number, what: string): readonly Trouble[] {
    if (this.now() - since < PATIENCE_MS) return [];
    return [{ code: 'task_not_running', part: `streams ${this.name}`, since, what }];
  }
}

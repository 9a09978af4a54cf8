import type { Delta } from '../task/entry.js';
import { beginning, type Position } from '../task/position.js';
import type { Output } from '../task/record.js';
import type { Commit } from '../task/task.js';
import { TaskLost, type Restored, type TaskStore } from './store.js';

/**
 * For tasks without state: their position is the group's, behind what they have sent. What is sent again has the same numbers and ids,
 * and whoever reads it drops it.
 */
export class GroupStore implements TaskStore {
  readonly progress = { done: 0, of: 0 };

  constructor(
    private readonly committed: () => Promise<Readonly<Record<string, number>>>,
    private readonly send: (outputs: readonly Output[]) => Promise<void>,
  ) {}

  async open(_restore: (delta: Delta) => void): Promise<Restored> {
    try {
      const inputs = { ...(await this.committed()) };
      return { position: { ...beginning(), inputs }, records: 0 };
    } catch (error) {
      throw new TaskLost('unavailable', String(error), { cause: error });
    }
  }

  async commit({ outputs }: Commit): Promise<void> {
    if (outputs.length === 0) return;
    try {
      await this.send(outputs);
    } catch (error) {
      throw new TaskLost('unavailable', String(error), { cause: error });
    }
  }

  keepAlive(_position: Position): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

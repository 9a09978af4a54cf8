import type { Restored, TaskStore } from '../../store/store.js';
import type { Commit } from '../../task/task.js';

/** Keeps what is committed in memory; fails when told. */
export class KeptStore implements TaskStore {
  readonly commits: Commit[] = [];
  readonly progress = { done: 0, of: 0 };
  isClosed = false;

  constructor(public fails?: Error) {}

  open(): Promise<Restored> {
    return this.fails ? Promise.reject(this.fails) : Promise.resolve({ position: undefined, records: 0 });
  }

  commit(commit: Commit): Promise<void> {
    if (this.fails) return Promise.reject(this.fails);
    this.commits.push(commit);
    return Promise.resolve();
  }

  keepAlive(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.isClosed = true;
    return Promise.resolve();
  }
}

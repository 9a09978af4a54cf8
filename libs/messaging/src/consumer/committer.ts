import { crashPoints } from '../crash-points.js';
import type { LogBatch, Position } from '../log/port.js';

/**
 * Each commit is a record that the broker writes, so a busy member commits now and then: what it has heard since then is
 * heard again if it is killed, and known by the inbox.
 */
const AT_MOST_EVERY_MS = 250;

/** Commits offsets, at most one request at a time; what is added meanwhile goes together in the next. */
export class Committer {
  #pending = new Map<string, Position>();
  #committing: Promise<void> | null = null;
  #hurry: (() => void) | null = null;
  /** Wait for the commit of what was added before them. */
  #waiting: (() => void)[] = [];

  constructor(private readonly failed: (error: unknown) => void) {}

  /** Everything before the positions must be done. */
  add(positions: readonly Position[], commit: LogBatch['commit']): void {
    for (const position of positions) this.#pending.set(`${position.topic}/${position.partition}`, position);
    this.#committing ??= this.#commitAll(commit);
  }

  /** After a rebalance the old positions are not this member's to commit. */
  forget(): void {
    this.#pending.clear();
  }

  /** Resolves when what was added until now is committed, or refused; at once, without waiting for its time. */
  async flush(): Promise<void> {
    if (!this.#committing) return;
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
      this.#hurry?.();
    });
  }

  /** Commits what there is now, without waiting for its time. */
  async settled(): Promise<void> {
    while (this.#committing) {
      this.#hurry?.();
      await this.#committing;
    }
  }

  async #commitAll(commit: LogBatch['commit']): Promise<void> {
    while (this.#pending.size > 0) {
      const positions = [...this.#pending.values()];
      const waiting = this.#waiting;
      this.#pending.clear();
      this.#waiting = [];
      try {
        await crashPoints.reached?.('consumer: before an offset commit');
        await commit(positions);
        await crashPoints.reached?.('consumer: after an offset commit');
      } catch (error) {
        // Later commits of these partitions make up for it; if none comes, the records are heard once more.
        this.failed(error);
      }
      for (const resolve of waiting) resolve();
      if (this.#waiting.length === 0) await this.#untilItIsTime();
    }
    this.#committing = null;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #untilItIsTime(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, AT_MOST_EVERY_MS);
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

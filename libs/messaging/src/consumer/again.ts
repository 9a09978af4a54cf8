import { LogError, type LogBatch } from '../log/port.js';

/** Records of a partition that are to be heard once more: from one offset on, up to before another. */
export interface Stretch {
  readonly topic: string;
  readonly partition: number;
  readonly from: bigint;
  readonly until: bigint;
}

interface Awaited extends Stretch {
  readonly done: () => void;
  readonly failed: (error: LogError) => void;
  /** A batch has come since then that begins where it was to begin. */
  hasBegun: boolean;
}

/** What a member hears once more, and who waits for it. */
export class Again {
  readonly #awaited = new Map<string, Awaited>();

  /** Resolves when it has been heard; rejects when the member can't tell any more. The member's next fetch is to begin at `from`. */
  awaits(stretch: Stretch): Promise<void> {
    const name = nameOf(stretch);
    this.#awaited.get(name)?.failed(new LogError('group_changed', `${name} is asked for again`));
    if (stretch.from >= stretch.until) {
      this.#awaited.delete(name);
      return Promise.resolve();
    }
    return new Promise((done, failed) => this.#awaited.set(name, { ...stretch, done, failed, hasBegun: false }));
  }

  /** A batch comes, of before the asking or since. */
  came({ topic, partition, records }: LogBatch): void {
    const awaited = this.#awaited.get(nameOf({ topic, partition }));
    const first = records[0]?.offset;
    if (!awaited || awaited.hasBegun || first === undefined) return;
    if (BigInt(first) <= awaited.from) awaited.hasBegun = true;
    // It was fetched before the asking, or the log does not reach back so far any more.
    else this.#fail(awaited, 'began elsewhere');
  }

  /** Everything of the partition before this offset is heard. */
  stands(place: Pick<Stretch, 'topic' | 'partition'>, next: bigint): void {
    const awaited = this.#awaited.get(nameOf(place));
    if (!awaited?.hasBegun || next < awaited.until) return;
    this.#awaited.delete(nameOf(place));
    awaited.done();
  }

  /** What the member has is somebody else's now, or may be. */
  forget(): void {
    for (const awaited of this.#awaited.values()) this.#fail(awaited, 'is no longer this member’s');
  }

  #fail(awaited: Awaited, why: string): void {
    this.#awaited.delete(nameOf(awaited));
    awaited.failed(new LogError('group_changed', `${nameOf(awaited)} ${why}`));
  }
}

const nameOf = ({ topic, partition }: Pick<Stretch, 'topic' | 'partition'>): string => `${topic}/${partition}`;

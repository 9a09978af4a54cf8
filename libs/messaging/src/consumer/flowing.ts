import type { LogBatch } from '../log/port.js';
import type { Committer } from './committer.js';
import type { Flow, OpenFlow, Share } from './flow.js';
import type { Progress } from './progress.js';

/** A member's session ends when the broker has had no heartbeat for 6 s; before that nobody else has its partitions. */
const CERTAIN_MS = 5_000;
const HEARTBEAT_MS = 1_000;

interface Current {
  readonly flow: Flow;
  readonly share: { isOpen: boolean };
}

/** A member's flows, one after the other: each has one share of the group. */
export class Flowing {
  #current: Current | null = null;
  #ending: Promise<void> = Promise.resolve();
  readonly #batches = new Map<string, LogBatch>();
  /** Epoch milliseconds. */
  #memberAt = 0;

  constructor(
    private readonly open: OpenFlow,
    private readonly committer: Committer,
    private readonly progress: Progress,
    private readonly isPaused: () => boolean,
  ) {}

  /** It was a member at that time, epoch milliseconds. */
  confirmed(at: number): void {
    this.#memberAt = at;
  }

  begin(): void {
    this.#batches.clear();
    const share = { isOpen: true };
    this.#current = { flow: this.open(this.#share(share)), share };
  }

  async take(batch: LogBatch): Promise<void> {
    if (!this.#current) return;
    this.#batches.set(`${batch.topic}/${batch.partition}`, batch);
    batch.resolve(batch.records.at(-1)?.offset ?? batch.lastOffset);
    await this.#current.flow.take(batch);
  }

  /** What was begun has ended, and may be committed until then. */
  end(): Promise<void> {
    const ended = this.#current;
    this.#current = null;
    if (ended) this.#ending = this.#end(ended);
    return this.#ending;
  }

  /** The group waits for the member as long as it hears of it. */
  async #end({ flow, share }: Current): Promise<void> {
    const [batch] = this.#batches.values();
    const beat = setInterval(() => void batch?.heartbeat().catch(() => undefined), HEARTBEAT_MS);
    await flow.end();
    share.isOpen = false;
    await this.committer.settled();
    clearInterval(beat);
  }

  #share(own: { readonly isOpen: boolean }): Share {
    return {
      holds: () => Date.now() - this.#memberAt < CERTAIN_MS,
      isPaused: () => this.isPaused(),
      commit: (positions) => {
        if (!own.isOpen) return;
        for (const position of positions) {
          const batch = this.#batches.get(`${position.topic}/${position.partition}`);
          if (!batch) continue;
          this.committer.add([position], batch.commit);
          this.progress.stands(batch, BigInt(position.offset));
        }
      },
      waits: (error) => own.isOpen && this.progress.waits(error),
      goesOn: () => own.isOpen && this.progress.goesOn(),
    };
  }
}

import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '@ride/observability';
import type { Share } from '../consumer/flow.js';
import { errorText, faultOf } from '../unit/faults.js';

const SHORTEST_BACKOFF_MS = 100;
const LONGEST_BACKOFF_MS = 5_000;
const LOOK_AGAIN_MS = 100;

/** How a flow waits in place, for as long as its share is wanted, while infrastructure is out of reach. */
export class Patience {
  readonly #ended = new AbortController();
  readonly #gaveUp = new AbortController();
  #canWrite = true;

  constructor(
    private readonly share: Share,
    private readonly logger: Logger,
  ) {}

  /** The share is to be given away: nothing is waited for but what has ended already. */
  get isOver(): boolean {
    return this.#ended.signal.aborted;
  }

  end(): void {
    this.#ended.abort();
  }

  /** What has ended and is not written down by now will be repeated. */
  giveUp(): void {
    this.#gaveUp.abort();
  }

  /** What `work` resolves to in the end; undefined when the share is given away before. */
  async until<T>(work: () => Promise<T>): Promise<T | undefined> {
    for (let failures = 1; !this.isOver; failures += 1) {
      try {
        const result = await work();
        if (failures > 1) this.share.goesOn();
        return result;
      } catch (error) {
        await this.#backOff(failures, error, this.#ended.signal);
      }
    }
    return undefined;
  }

  /**
   * Writes entries, by themselves when they can't be written together: what nobody can write waits, and nothing is skipped.
   * undefined when they can't be written before the share is given up.
   */
  async keepTrying<E, L>(
    entries: readonly E[],
    write: (entries: readonly E[]) => Promise<ReadonlySet<L>>,
  ): Promise<ReadonlySet<L> | undefined> {
    for (let failures = 1; !this.#gaveUp.signal.aborted; failures += 1) {
      try {
        const result = await write(entries);
        this.#canWrite = true;
        this.share.goesOn();
        return result;
      } catch (error) {
        if (faultOf(error) !== 'infrastructure' && entries.length > 1) {
          const middle = Math.ceil(entries.length / 2);
          const first = await this.keepTrying(entries.slice(0, middle), write);
          const second = await this.keepTrying(entries.slice(middle), write);
          return first && second && new Set([...first, ...second]);
        }
        this.#canWrite = false;
        await this.#backOff(failures, error, this.#gaveUp.signal);
      }
    }
    return undefined;
  }

  /**
   * false: the share may be somebody else's by now, or is paused, or what has ended can't be written down, and ever more
   * would be repeated after a crash.
   */
  get mayBegin(): boolean {
    return this.#canWrite && !this.share.isPaused() && this.share.holds();
  }

  /** Runs `work` after a wait that grows with the failures, unless the share is given away before. */
  later(error: unknown, failures: number, work: () => void): void {
    this.share.waits(error);
    if (failures === 1) this.logger.warn({ reason: errorText(error) }, 'an effect waits in place');
    void wait(backoffOf(failures), undefined, { signal: this.#ended.signal }).then(work, () => undefined);
  }

  /** Resolves to true when something may begin again, to false when the share is given away. */
  untilMayBegin(): Promise<boolean> {
    return this.#untilTrue(() => this.mayBegin);
  }

  /** Resolves to true when the share is certainly this member's, to false when it is given away. */
  async untilHeld(): Promise<boolean> {
    return this.share.holds() || this.#untilTrue(() => this.share.holds());
  }

  async #untilTrue(isIt: () => boolean): Promise<boolean> {
    while (!this.isOver && !isIt())
      await wait(LOOK_AGAIN_MS, undefined, { signal: this.#ended.signal }).catch(() => undefined);
    return !this.isOver;
  }

  async #backOff(failures: number, error: unknown, signal: AbortSignal): Promise<void> {
    if (failures === 1) this.logger.warn({ err: error }, 'an effect waits in place');
    this.share.waits(error);
    await wait(backoffOf(failures), undefined, { signal }).catch(() => undefined);
  }
}

function backoffOf(failures: number): number {
  return Math.min(SHORTEST_BACKOFF_MS * 2 ** (failures - 1), LONGEST_BACKOFF_MS);
}

import type { TaskLog } from '../log/port.js';
import type { Growth } from './grown.js';

/**
 * - `muted`: the larger one reads what the old one reads, keeps windows, and says nothing
 * - `done`: the old one has said its last, the larger one goes on
 * - `undone`: as if it had never begun
 */
export type Phase = 'muted' | 'done' | 'undone';

/** How far growing is, as all instances and the command know it. Plain JSON. */
export interface Growing {
  readonly growth: Growth;
  readonly phase: Phase;
  /** By aggregate: the stream time that the old application has come to in each of its partitions; null: none yet. */
  readonly times: Readonly<Record<string, readonly (number | null)[]>>;
  /** By aggregate, milliseconds. */
  readonly graces: Readonly<Record<string, number>>;
}

/** A compacted topic of one partition, whose last record counts. */
export const ledgerTopic = (app: string): string => `${app}-growth`;

/** What stands in it, and what will. */
export class Ledger {
  #next = 0;

  constructor(
    private readonly log: TaskLog,
    /** Physical name. */
    private readonly topic: string,
  ) {}

  /** The last record since it was asked before; undefined: none. `waitMs`: so long it may wait for one. */
  async heard(waitMs: number): Promise<Growing | undefined> {
    const { begin, end } = this.#next === 0 ? await this.log.range(this.topic, 0) : { begin: this.#next, end: 0 };
    const offset = Math.max(this.#next, begin, end - 1);
    const [fetched] = await this.log.fetch([{ topic: this.topic, partition: 0, offset }], {
      waitMs,
      maxBytes: 1 << 20,
    });
    const last = fetched?.records.at(-1);
    this.#next = last ? last.offset + 1 : offset;
    return last?.value ? (JSON.parse(last.value.toString()) as Growing) : undefined;
  }

  async write(growing: Growing): Promise<void> {
    await this.log.append(this.topic, 0, [{ key: Buffer.from('g'), value: Buffer.from(JSON.stringify(growing)) }]);
  }
}

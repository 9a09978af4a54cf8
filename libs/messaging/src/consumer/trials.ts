import type { LogBatch, LogRecord } from '../log/port.js';
import { CAREFUL_AT, type BegunBatches, type Beginning } from './begun.js';
import type { Alone } from './options.js';

/** A record that was begun alone so often, and killed the process each time, is not run again. */
const DEADLY_AFTER = 2;

/** Does work in place, however long that takes; resolves to false when it is no longer wanted. */
export type InPlace = (work: () => Promise<void>, wanted: () => boolean) => Promise<boolean>;

export interface TrialsOptions {
  readonly begun: BegunBatches;
  readonly inPlace: InPlace;
  readonly hear: (records: readonly LogRecord[], alone?: Alone) => Promise<void>;
  readonly onCareful: (beginning: Beginning, times: number) => void;
}

/**
 * What a process dies of would kill it again and again: it stands in the first records of some partition, since what was
 * heard before them was committed. So the first unit of each partition that a member gets is on trial: that it begins is
 * written down, and when it never ended the first times, its records are heard one by one, each written down as well, until
 * the deadly one is known.
 */
export class Trials {
  readonly #passed = new Set<string>();
  readonly #careful = new Map<string, Beginning>();

  constructor(private readonly options: TrialsOptions) {}

  /** All partitions are on trial again: they may have been somebody else's, who died. */
  forget(): void {
    this.#passed.clear();
    this.#careful.clear();
  }

  /** Undefined when the partition's first unit has ended; null when nothing is wanted any more. */
  async of(
    { topic, partition }: LogBatch,
    records: readonly LogRecord[],
    wanted: () => boolean,
  ): Promise<Trial | undefined | null> {
    const [first, last] = [records[0], records.at(-1)];
    const name = `${topic}/${partition}`;
    if (!first || !last || this.#passed.has(name)) return undefined;
    const known = this.#careful.get(name);
    if (known) return this.#trial(name, known, true);
    const beginning = { topic, partition, first: first.offset, last: last.offset };
    let begun = { times: 1, last: last.offset };
    const isBegun = await this.options.inPlace(async () => {
      begun = await this.options.begun.begin(beginning);
    }, wanted);
    if (!isBegun) return null;
    const isCareful = begun.times >= CAREFUL_AT;
    if (isCareful) this.options.onCareful(beginning, begun.times);
    return this.#trial(name, { ...beginning, last: begun.last }, isCareful);
  }

  #trial(name: string, beginning: Beginning, isCareful: boolean): Trial {
    if (isCareful) this.#careful.set(name, beginning);
    return new Trial(this.options, beginning, isCareful, () => {
      this.#careful.delete(name);
      this.#passed.add(name);
    });
  }
}

export class Trial {
  constructor(
    private readonly options: TrialsOptions,
    private readonly beginning: Beginning,
    readonly isCareful: boolean,
    private readonly passed: () => void,
  ) {}

  /** Hears those of the records alone that may be deadly, and waits for `done` after each; returns the others, or null when they are not wanted any more. */
  async oneByOne(
    records: readonly LogRecord[],
    wanted: () => boolean,
    done: (record: LogRecord) => Promise<void>,
  ): Promise<readonly LogRecord[] | null> {
    const last = BigInt(this.beginning.last);
    const some = records.filter(({ offset }) => BigInt(offset) <= last);
    for (const record of some) {
      if (!(await oneAtATime(() => this.#alone(record, wanted)))) return null;
      await done(record);
    }
    return records.slice(some.length);
  }

  /** The records up to this offset have ended; `heard`: or else others hear them. The process lives. */
  async end(until: string, heard: boolean): Promise<void> {
    if (this.isCareful && !(heard && BigInt(until) >= BigInt(this.beginning.last))) return;
    if (heard) this.passed();
    // If it can't be written, the next time begins at another offset and is a first time.
    await this.options.begun.end(this.beginning).catch(() => undefined);
  }

  async #alone(record: LogRecord, wanted: () => boolean): Promise<boolean> {
    const { begun, inPlace, hear } = this.options;
    let times = 0;
    const write = async (): Promise<void> => {
      times = await begun.beginAlone(this.beginning, record.offset);
    };
    if (!(await inPlace(write, wanted))) return false;
    if (await inPlace(() => hear([record], { isDeadly: times > DEADLY_AFTER }), wanted)) return true;
    await begun.takeBack(this.beginning, record.offset).catch(() => undefined);
    return false;
  }
}

let turn: Promise<unknown> = Promise.resolve();

/** In the whole process: what kills it counts against one only. */
function oneAtATime(work: () => Promise<boolean>): Promise<boolean> {
  const mine = turn.then(work);
  turn = mine.catch(() => undefined);
  return mine;
}

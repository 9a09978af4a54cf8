import { factByCeType, type Schemas, type Service } from '@ride/events';
import { withCause } from '@ride/observability';
import type { LogRecord } from '../log/port.js';
import { pipelined } from '../unit/pipelined.js';
import { runUnit, type RunnerContext } from '../unit/runner.js';
import type { Around, Task } from '../unit/unit.js';
import type { Tx } from '../tx.js';
import { heardRecord, type HeardRecord } from './heard-record.js';
import { claim, isTooOld } from './inbox.js';
import { blockedChains, park, type Parked } from './parking.js';

/** What a handler of an `@On` gets: the decoded fact and why it was said. */
export type Deliver = (type: string, fact: unknown, tx: Tx) => Promise<void>;

export interface HearingOptions {
  readonly service: Service;
  readonly namespace: string;
  readonly subscription: string;
  readonly schemas: Schemas;
  readonly unit: RunnerContext;
  /** Facts (by name) that somebody in the service hears. */
  readonly hears: (type: string) => boolean;
  readonly deliver: Deliver;
  readonly onParked: (parked: readonly Parked[]) => void;
}

/** This service can't tell whether it has handled the fact already: it is older than the inbox's memory. */
class TooOld extends Error {
  readonly code = 'too_old';
}

/** From records of the log to units of work: exactly once per subscription, in order per key. */
export class Hearing {
  constructor(private readonly options: HearingOptions) {}

  /** Resolves when every record is handled, parked, or nobody's here. Rejects only when infrastructure is out of reach. */
  async hear(records: readonly LogRecord[]): Promise<void> {
    const heard = this.#heard(records);
    if (heard.length === 0) return;
    await this.options.schemas.prepare(heard.flatMap(({ record }) => (record.value ? [record.value] : [])));
    const byTask = new Map(heard.map((h) => [this.#task(h), h]));
    await runUnit(this.options.unit, [...byTask.keys()], (tasks, failed) => this.#around(tasks, failed, byTask));
  }

  /** What nobody here hears is skipped by its ce_type header, before its value is decoded. */
  #heard(records: readonly LogRecord[]): HeardRecord[] {
    const heard: HeardRecord[] = [];
    for (const record of records) {
      const ceType = record.headerTexts.find(([name]) => name === 'ce_type')?.[1];
      const type = ceType === undefined ? undefined : factByCeType(ceType);
      if (type && record.value && this.options.hears(type.type))
        heard.push(heardRecord(record, record.topic.slice(this.options.namespace.length), type));
    }
    return heard;
  }

  #task(heard: HeardRecord): Task {
    const { type, cause, time, record } = heard;
    return {
      chain: heard.chain,
      cause,
      now: time,
      isSecondary: type.change === 'secondary',
      run: async (tx) => {
        if (isTooOld(time, Date.now())) throw new TooOld('older than the inbox remembers');
        const data = this.options.schemas.decode(type, record.value!);
        await withCause(cause, () => this.options.deliver(type.type, { type: type.type, time, data, ...cause }, tx));
      },
    };
  }

  #around(tasks: readonly Task[], failed: ReadonlyMap<Task, unknown>, heardOf: ReadonlyMap<Task, HeardRecord>): Around {
    const { service, subscription } = this.options;
    const heard = tasks.map((task) => heardOf.get(task)!);
    const parked: Parked[] = [];
    return {
      before: async (client) => {
        const [fresh, blocked] = await pipelined([
          claim(client, subscription, heard),
          blockedChains(client, subscription, heard),
        ]);
        const run: Task[] = [];
        for (const [index, task] of tasks.entries()) {
          const one = heard[index]!;
          // Deleting makes a second copy within the batch a repeat.
          if (!fresh.delete(one.id)) continue;
          if (blocked.has(one.chain))
            parked.push({ heard: one, status: 'waiting', code: 'behind_a_failed_fact', error: undefined });
          else if (failed.has(task)) {
            const error = failed.get(task);
            parked.push({ heard: one, status: 'dead', code: codeOf(error), error });
            blocked.add(one.chain);
          } else run.push(task);
        }
        return run;
      },
      after: async (client) => {
        if (parked.length === 0) return [];
        const letters = await park(client, service, subscription, parked);
        this.options.onParked(parked);
        return letters;
      },
    };
  }
}

/** The error's own code when it is a word, as ours are. */
function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^\w{1,64}$/.test(code) ? code : 'handler_failed';
}

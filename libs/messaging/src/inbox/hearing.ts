import type { Schemas } from '@ride/events';
import { telemetry } from '@ride/observability';
import type { Alone } from '../consumer/options.js';
import type { LogRecord } from '../log/port.js';
import { standingOf } from '../retry/chains.js';
import { failureOf, killedTheProcess, NonRetriable } from '../retry/failure.js';
import { blocksItsKey, park, type Keeper, type Parked } from '../retry/park.js';
import { passed, stillOpen } from '../retry/released.js';
import { pipelined } from '../unit/pipelined.js';
import { runUnit, type RunnerContext } from '../unit/runner.js';
import type { Around } from '../unit/unit.js';
import type { Handlings } from './handlings.js';
import { heardIn, type HeardRecord } from './heard-record.js';
import { heardTask, type Handling, type HeardTask } from './heard-task.js';
import { claim, isTooOld } from './inbox.js';

export interface HearingOptions extends Keeper {
  readonly namespace: string;
  readonly schemas: Schemas;
  readonly unit: RunnerContext;
  /** Facts (by name) that somebody in the service hears. */
  readonly hears: (type: string) => boolean;
  readonly handling: Handling;
  readonly onParked: (parked: readonly Parked[]) => void;
  readonly handlings: Handlings;
}

/** From records of the log to units of work: exactly once per subscription, in order per key. */
export class Hearing {
  constructor(private readonly options: HearingOptions) {}

  /** Resolves when every record is handled, parked, or nobody's here. Rejects only when infrastructure is out of reach. */
  async hear(records: readonly LogRecord[], alone?: Alone): Promise<void> {
    const { schemas, unit, namespace, hears } = this.options;
    const heard = records.flatMap((record) => heardIn(record, namespace, hears) ?? []);
    if (heard.length === 0) return;
    const { subscription } = this.options;
    telemetry()?.count('ride.facts.heard', heard.length, { 'messaging.consumer.group.name': subscription });
    await schemas.prepare(heard.flatMap(({ record }) => (record.value ? [record.value] : [])));
    const tasks = heard.map((each) => this.#task(each));
    const known = new Map(alone?.isDeadly ? tasks.map((task) => [task, killedTheProcess()]) : []);
    await runUnit(unit, tasks, (some, failed) => this.#around(some, failed), known);
  }

  #task(heard: HeardRecord): HeardTask {
    const { schemas, handling, subscription } = this.options;
    const task = heardTask(heard, schemas, handling, subscription, 1);
    if (!isTooOld(heard.time, Date.now())) return task;
    // This service can't tell whether it has handled the fact already.
    const tooOld = new NonRetriable('too_old', 'older than the inbox remembers');
    return { ...task, run: () => Promise.reject(tooOld) };
  }

  #around(tasks: readonly HeardTask[], failed: ReadonlyMap<HeardTask, unknown>): Around {
    const { subscription, policy, onParked, handlings } = this.options;
    const run: HeardTask[] = [];
    const parked: Parked[] = [];
    const passing: HeardRecord[] = [];
    return {
      kind: 'facts',
      before: async (client) => {
        const heard = tasks.map((task) => task.heard);
        const [fresh, { blocked: standing, released }] = await pipelined([
          claim(client, subscription, heard),
          standingOf(client, subscription, () => heard),
        ]);
        const blocked = new Set(standing);
        for (const task of tasks) {
          // Deleting makes a second copy within the batch a repeat.
          if (!fresh.delete(task.heard.id)) continue;
          const { heard, handler, chain } = task;
          if (blocked.has(chain)) parked.push({ heard, handler });
          else if (failed.has(task)) {
            const failure = failureOf(failed.get(task));
            parked.push({ heard, handler, failure });
            if (blocksItsKey(policy, failure, 1)) blocked.add(chain);
          } else {
            run.push(task);
            if (released.has(chain)) passing.push(heard);
          }
        }
        return run;
      },
      after: async (client) => {
        await passed(client, subscription, passing);
        await stillOpen(client, subscription, passing);
        if (parked.length === 0) return [];
        const letters = await park(client, this.options, parked);
        onParked(parked);
        return letters;
      },
      beside: () => handlings.said(subscription, () => run.map((task) => task.handled())),
    };
  }
}

import { setTimeout as wait } from 'node:timers/promises';
import { crashPoints } from '../crash-points.js';
import { faultOf, SplitBatch } from './faults.js';
import { attempt, TaskFailed, UnitFailed, type Around, type Done, type Task, type UnitContext } from './unit.js';
import type { Touched } from './rows.js';

/** What happens beside the handlers in the transaction, given the tasks and those of them that have failed so far. */
export type MakeAround<T extends Task> = (tasks: readonly T[], failed: ReadonlyMap<T, unknown>) => Around;

export interface RunnerContext extends UnitContext {
  /** Tells the relay which outbox buckets have something new; what is quiet goes with what comes next. */
  readonly wake: (buckets: readonly number[], isQuiet?: boolean) => void;
  readonly onError: (what: string, error: unknown) => void;
}

const CONFLICTS_BEFORE_HALVING = 2;
const CONFLICTS_BEFORE_GIVING_UP = 12;

/**
 * Runs tasks until every one is done or failed for good; the first try is one transaction for all.
 * A conflict runs the unit again, first locking what it had touched; a second one, or an error that nobody can be blamed
 * for, halves it. A handler's own error runs the unit again without it. Only infrastructure errors are thrown.
 */
export async function runUnit<T extends Task>(
  context: RunnerContext,
  tasks: readonly T[],
  makeAround: MakeAround<T>,
  known: ReadonlyMap<T, unknown> = new Map(),
): Promise<ReadonlyMap<T, unknown>> {
  const failed = new Map(known);
  let touched: readonly Touched[] = [];
  let conflicts = 0;
  for (;;) {
    const around = makeAround(tasks, failed);
    const left = tasks.filter((task) => !failed.has(task));
    if (left.length === 0 && !around.after) return failed;
    try {
      const done = await attempt(context, left, touched, around);
      await committed(context, done);
      return failed;
    } catch (error) {
      if (error instanceof TaskFailed) {
        for (const task of tasks) if (error.failures.has(task)) failed.set(task, error.failures.get(task));
        touched = error.touched;
        continue;
      }
      if (!(error instanceof UnitFailed)) throw error;
      const fault = faultOf(error.cause);
      if (fault === 'infrastructure') throw error.cause;
      touched = error.touched;
      const isConflict = fault === 'conflict';
      if (isConflict) conflicts++;
      if (tasks.length > 1 && (!isConflict || conflicts >= CONFLICTS_BEFORE_HALVING)) {
        const middle = Math.ceil(tasks.length / 2);
        const first = await runUnit(context, tasks.slice(0, middle), makeAround, failed);
        return new Map([...first, ...(await runUnit(context, tasks.slice(middle), makeAround, failed))]);
      }
      const only = tasks[0];
      const isHopeless = !isConflict || conflicts >= CONFLICTS_BEFORE_GIVING_UP;
      // Not even its parking could be written: the partition waits.
      if (!only || (failed.has(only) && isHopeless)) throw error.cause;
      if (isHopeless) failed.set(only, blamed(error.cause));
      else if (conflicts > 1) await wait(Math.random() * 5 * conflicts);
    }
  }
}

function blamed(error: unknown): unknown {
  return error instanceof SplitBatch && error.cause !== undefined ? error.cause : error;
}

/** What follows a commit: the relay hears of it, and what may be lost is done. */
export async function committed(
  context: RunnerContext,
  { buckets, isQuiet, afterCommit }: Pick<Done, 'buckets' | 'isQuiet' | 'afterCommit'>,
): Promise<void> {
  await crashPoints.reached?.('unit: after commit');
  context.wake(buckets, isQuiet);
  for (const run of afterCommit) afterwards(context, run);
}

/** An error in it is only told. */
function afterwards(context: RunnerContext, run: () => void | Promise<void>): void {
  try {
    Promise.resolve(run()).catch((error: unknown) => context.onError('after the commit', error));
  } catch (error) {
    context.onError('after the commit', error);
  }
}

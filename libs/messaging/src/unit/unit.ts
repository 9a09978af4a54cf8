import { Rejected } from '@ride/decider';
import type { Pool, PoolClient } from 'pg';
import type { Cause } from '../cause.js';
import { crashPoints } from '../crash-points.js';
import { KeyBlocked } from '../retry/blocked-keys.js';
import type { RowClass } from '../tx.js';
import { HandlerTimedOut, untilEndedOrLate } from './deadline.js';
import { codeOf, faultOf } from './faults.js';
import { Holding } from './holding.js';
import { toldUnit, type UnitKind } from './told-unit.js';
import { outboxStatement, type Envelope, type Outgoing } from './outgoing.js';
import { pipelined } from './pipelined.js';
import { Rows, type Touched } from './rows.js';
import type { Table } from './table.js';
import { View, type Shared } from './view.js';

/** One fact, request or due row to be handled. Tasks with the same chain run one after the other, chains run side by side. */
export interface Task {
  readonly chain: string;
  readonly cause: Cause;
  readonly now: number;
  /** What was heard is a secondary change: it only updates tables, so no primary fact may follow from it. */
  readonly isSecondary?: boolean;
  /** A refusal that it throws before it has changed anything is its answer, and not the unit's end. */
  readonly mayBeRefused?: boolean;
  readonly run: (tx: View) => Promise<unknown>;
}

/** A handler threw something that is nobody's fault but its own: which task, and what. */
export class TaskFailed extends Error {
  constructor(
    readonly failures: ReadonlyMap<Task, unknown>,
    readonly touched: readonly Touched[],
  ) {
    super(`${failures.size} of the unit's handlers failed`);
  }
}

/** The unit was rolled back by a lock, a constraint or a lost connection (`isLost`); `touched` is what it had locked. */
export class UnitFailed extends Error {
  constructor(
    override readonly cause: unknown,
    readonly touched: readonly Touched[],
    readonly isLost: boolean,
  ) {
    super('the unit of work was rolled back');
  }
}

export interface UnitContext {
  readonly pool: Pool;
  readonly tableOf: (row: RowClass<object>) => Table;
  readonly envelope: Envelope;
  /** Rows of these ids are not to be touched: there is a fact of theirs that has not been handled yet. */
  readonly isBlocked?: (id: string) => boolean;
  /** How long the handlers of a unit may take, in milliseconds. */
  readonly handlersMs: number;
}

/** Hooks of whoever runs a batch: what is claimed before any handler, what is written beside their rows. */
export interface Around {
  /** What it is, to telemetry; default: requests. */
  readonly kind?: UnitKind;
  /** Inside the transaction, before any handler; returns the tasks that are left to run. */
  readonly before?: (client: PoolClient) => Promise<readonly Task[]>;
  /** Inside the transaction, after all handlers; what it returns leaves with the outbox. */
  readonly after?: (client: PoolClient) => Promise<readonly Outgoing[]>;
  /** After all handlers: what leaves with the outbox, too, but is not worth a round of the relay. */
  readonly beside?: () => readonly Outgoing[];
}

export interface Done {
  /** Outbox buckets that were written to. */
  readonly buckets: readonly number[];
  /** Nobody waits for what was written to them. */
  readonly isQuiet: boolean;
  readonly afterCommit: Shared['afterCommit'];
  /** Tasks that were refused, and why. */
  readonly refused: ReadonlyMap<Task, unknown>;
}

/**
 * One attempt: one transaction for all tasks.
 * Throws `TaskFailed` or `UnitFailed`; either way everything is rolled back and all handlers have ended.
 */
export function attempt(
  context: UnitContext,
  tasks: readonly Task[],
  lockFirst: readonly Touched[],
  around: Around = {},
): Promise<Done> {
  return toldUnit(around.kind ?? 'requests', tasks, () => attemptOnce(context, tasks, lockFirst, around));
}

async function attemptOnce(
  context: UnitContext,
  tasks: readonly Task[],
  lockFirst: readonly Touched[],
  around: Around,
): Promise<Done> {
  const client = await context.pool.connect();
  const rows = new Rows(client);
  // Sessions are pipelined: a statement doesn't wait for the answer to the one before it.
  const begun = client.query('BEGIN');
  begun.catch(() => undefined); // awaited further on
  const shared = { holding: new Holding(), outgoing: [], afterCommit: [], over: false };
  const unit: Shared = { ...context, client, begun, rows, ...shared };
  let broken: unknown;
  try {
    // A claim that went out before the transaction stood would commit by itself if BEGIN were refused, and its fact be lost.
    if (around.before) await begun;
    const left = around.before ? await around.before(client) : tasks;
    await crashPoints.reached?.('unit: after the claim');
    await rows.lockFirst(lockFirst);
    const refused = await runAll(unit, left, context.handlersMs);
    await begun;
    unit.over = true;
    await crashPoints.reached?.('unit: before the writes');
    const parked = around.after ? await around.after(client) : [];
    const urgent = [...unit.outgoing, ...parked];
    const beside = around.beside?.() ?? [];
    const said = beside.length > 0 ? [...urgent, ...beside] : urgent;
    const writes = rows.writes();
    if (said.length > 0) writes.push(outboxStatement(said));
    const sent = writes.map((statement) => client.query(statement));
    // Otherwise COMMIT leaves in one write with them; after one that fails, it is a ROLLBACK to PostgreSQL.
    if (crashPoints.reached) {
      await pipelined(sent);
      await crashPoints.reached('unit: before commit');
    }
    const answers = await pipelined([...sent, client.query('COMMIT')]);
    // An error that a handler has hidden: nothing failed after it, and yet nothing was kept.
    if (answers.at(-1)?.command !== 'COMMIT')
      throw new Error('the transaction was rolled back: do not catch what load throws');
    const buckets = said.length > 0 ? (answers.at(-2)?.rows as { bucket: number }[]).map(({ bucket }) => bucket) : [];
    return { buckets, isQuiet: urgent.length === 0, afterCommit: unit.afterCommit, refused };
  } catch (error) {
    unit.over = true;
    rows.stop();
    await client.query('ROLLBACK').catch((lost: unknown) => (broken = lost));
    if (error instanceof TaskFailed) throw error;
    throw new UnitFailed(error, rows.touched, broken !== undefined);
  } finally {
    client.release(broken !== undefined);
  }
}

async function runAll(unit: Shared, tasks: readonly Task[], milliseconds: number): Promise<Done['refused']> {
  const chains = new Map<string, Task[]>();
  for (const task of tasks) {
    const chain = chains.get(task.chain);
    if (chain) chain.push(task);
    else chains.set(task.chain, [task]);
  }
  const order = new Map(tasks.map((task, index) => [task, index]));
  const running = new Map<Task, View>();
  const failures = new Map<Task, unknown>();
  const refused = new Map<Task, unknown>();
  let unitFault: { readonly error: unknown } | undefined;
  const ended = Promise.allSettled(
    [...chains.values()].map(async (chain) => {
      for (const task of chain) {
        if (unitFault || unit.over) return;
        const view = new View(unit, order.get(task)!, task.cause, task.now, task.isSecondary ?? false);
        running.set(task, view);
        try {
          await task.run(view);
        } catch (error) {
          // The unit goes without those that were late, whatever the others come to.
          if (unit.over) return;
          if (task.mayBeRefused && isRefusal(error) && !view.hasActed) {
            refused.set(task, error);
            continue;
          }
          const fault = faultOf(error);
          if (fault === 'handler' && !isAborted(error)) failures.set(task, error);
          else unitFault ??= { error };
          // Whoever waits for this one's rows would wait in vain for what the next run decides.
          if (unitFault) unit.holding.stopAll(unitFault.error);
          return;
        } finally {
          running.delete(task);
          view.end();
        }
      }
    }),
  );
  const late = await untilEndedOrLate(ended, milliseconds, () =>
    [...running].flatMap(([task, view]) => (view.isWaiting ? [] : [task])),
  );
  if (late.length > 0) {
    for (const task of late) failures.set(task, new HandlerTimedOut(milliseconds));
    await abandon(unit, running.values());
    throw new TaskFailed(failures, unit.rows.touched);
  }
  // Every handler has ended: none still uses the connection when it goes back to the pool.
  if (unitFault) throw unitFault.error;
  if (failures.size > 0) throw new TaskFailed(failures, unit.rows.touched);
  return refused;
}

/** Handlers that go on can touch nothing any more; resolves when no statement of theirs can follow. */
async function abandon(unit: Shared, running: Iterable<View>): Promise<void> {
  unit.over = true;
  unit.holding.stopAll(new Error('the unit is over'));
  for (const view of running) view.end();
  // What they wanted to load in this turn is still sent in it.
  await new Promise((resolve) => setImmediate(resolve));
}

/** A policy's, or that of a blocked key: neither leaves anything behind. */
function isRefusal(error: unknown): boolean {
  return error instanceof Rejected || error instanceof KeyBlocked;
}

/** An earlier statement failed, so this handler's did: its own fault is not shown by it. */
function isAborted(error: unknown): boolean {
  return codeOf(error) === '25P02';
}

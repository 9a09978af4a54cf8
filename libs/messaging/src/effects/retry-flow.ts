import type { Handled } from '@ride/events';
import type { Flow, Share } from '../consumer/flow.js';
import type { Handlings } from '../inbox/handlings.js';
import type { LogBatch } from '../log/port.js';
import { hurry, lockQueues, queuesOf, release, type QueuedFact } from '../retry/queue.js';
import { requestsTo, type RetryRequest } from '../retry/retry-request.js';
import { dueOf, heardAgain, isHead } from '../retry/retrying.js';
import { settle, type FailedAgain } from '../retry/settle.js';
import { tellWait } from '../retry/told-failures.js';
import { blocksItsKey, type Keeper } from '../retry/park.js';
import type { Outgoing } from '../unit/outgoing.js';
import type { RunnerContext } from '../unit/runner.js';
import type { Around } from '../unit/unit.js';
import { giveAway } from './ending.js';
import { GroupCommit } from './group-commit.js';
import { Lanes } from './lanes.js';
import { Patience } from './patience.js';
import { handledAt, Performing, type Outcome, type PerformingOptions } from './performing.js';
import { Prefix, type Slice } from './prefix.js';
import { inOneTransaction } from './transaction.js';

export interface RetryFlowOptions extends PerformingOptions {
  readonly keeper: Keeper;
  readonly unit: RunnerContext;
  readonly atOnce: number;
  readonly handlings: Handlings;
  readonly onFailed: (failed: readonly FailedAgain[]) => void;
  /** How late attempts began, milliseconds. */
  readonly onLate: (milliseconds: number) => void;
}

/** A key whose head is to be tried, and then what waits behind it. */
interface Asked {
  readonly chain: string;
  readonly request: RetryRequest;
  readonly slice: Slice;
  readonly index: number;
  /** A fact of it has been handled, so whatever stands first now is next. */
  hasBegun: boolean;
  waits: number;
}

interface Tried {
  readonly fact: QueuedFact;
  readonly outcome: Extract<Outcome, { kind: 'done' | 'failed' }>;
  /** Told whether the key may go on. */
  readonly settled: (goesOn: boolean) => void;
}

/** So many facts of a key are tried before others get its place. */
const OF_ONE_KEY = 20;
const FEW_READY = 100;
const MOST_WRITTEN = 500;
/** A key that is gone on with is left alone by the sweep for the deadline of an attempt and so many milliseconds. */
const LEASE_MS = 10_000;

/** Second and later attempts at an effect: the head of a key first, and when it is done, the key in its order. */
export class RetryFlow implements Flow {
  readonly #lanes: Lanes<Asked>;
  readonly #prefix = new Prefix();
  readonly #performing: Performing;
  readonly #commits = new GroupCommit<Tried>((tried) => this.#write(tried), MOST_WRITTEN);
  readonly #patience: Patience;
  #running = 0;
  #wakes: (() => void)[] = [];

  constructor(
    private readonly options: RetryFlowOptions,
    private readonly share: Share,
  ) {
    this.#lanes = new Lanes(options.atOnce, (asked) => this.#run(asked));
    this.#performing = new Performing(options);
    this.#patience = new Patience(share, options.logger);
  }

  async take(batch: LogBatch): Promise<void> {
    if (this.#patience.isOver) return;
    const slice = this.#prefix.add(batch);
    for (const [index, record] of batch.records.entries()) {
      const [request] = requestsTo(this.options.keeper.subscription, [record]);
      if (request) this.#lanes.add({ chain: request.chain, request, slice, index, hasBegun: false, waits: 0 });
      else slice.over(index);
    }
    this.#moved();
    while (!this.#patience.isOver && this.#lanes.ready >= FEW_READY)
      await new Promise<void>((wake) => this.#wakes.push(wake));
  }

  async end(): Promise<void> {
    this.#patience.end();
    this.#lanes.close();
    this.#wake();
    await giveAway({
      idle: async () => {
        while (this.#running > 0) await new Promise<void>((wake) => this.#wakes.push(wake));
      },
      stop: () => this.#performing.stop(),
      giveUp: () => this.#performing.giveUp(),
      written: () => this.#commits.settled(),
    });
    this.#patience.giveUp();
    this.#moved();
  }

  async #run(asked: Asked): Promise<void> {
    this.#running += 1;
    const isOver = await this.#tryQueue(asked);
    if (isOver) {
      asked.slice.over(asked.index);
      this.#lanes.leave(asked);
      this.#moved();
    } else if (this.#patience.isOver && asked.hasBegun) await this.#giveBack(asked);
    this.#running -= 1;
    this.#wake();
  }

  /** Resolves to true when nothing more is to be done about the request. */
  async #tryQueue(asked: Asked): Promise<boolean> {
    const { request } = asked;
    const queue = await this.#queue(request);
    if (!queue) return false;
    if (queue.length === 0 && asked.hasBegun) return this.#release(asked);
    const due = dueOf(queue, asked.hasBegun ? undefined : request);
    if (!asked.hasBegun && due.length > 0) this.options.onLate(Date.now() - request.due);
    for (const fact of due) {
      if (!(await this.#patience.untilMayBegin())) return false;
      tellWait(this.options.keeper.subscription, fact);
      const outcome = await this.#performing.attempt(heardAgain(fact), fact.attempts + 1);
      if (outcome.kind === 'stopped') return false;
      if (outcome.kind === 'out of reach') {
        asked.waits += 1;
        this.#patience.later(outcome.error, asked.waits, () => this.#lanes.leave(asked, asked));
        return false;
      }
      if (!(await this.#patience.untilHeld())) return false;
      const goesOn = await new Promise<boolean>((settled) => this.#commits.add({ fact, outcome, settled }));
      if (!goesOn) return true;
      asked.hasBegun = true;
    }
    if (due.length === 0) return true;
    this.#lanes.leave(asked, asked);
    return false;
  }

  #queue(request: RetryRequest): Promise<readonly QueuedFact[] | undefined> {
    const { unit, keeper, schemas } = this.options;
    return this.#patience.until(async () => {
      const queues = await queuesOf(unit.pool, keeper.subscription, [request], OF_ONE_KEY);
      const queue = queues.get(request.chain) ?? [];
      await schemas.prepare(queue.flatMap(({ value }) => value ?? []));
      return queue;
    });
  }

  /** What is parked while the key is released keeps it blocked, and is tried at once. */
  async #release(asked: Asked): Promise<boolean> {
    const { unit, keeper } = this.options;
    const released = await this.#patience.until(() =>
      release(unit.pool, keeper.subscription, [asked.request]).then(() => true),
    );
    const queue = released && (await this.#queue(asked.request));
    if (!queue) return false;
    if (queue.length === 0) return true;
    this.#lanes.leave(asked, asked);
    return false;
  }

  /** Whoever is given the share next goes on at once. */
  async #giveBack({ request }: Asked): Promise<void> {
    const { unit, keeper } = this.options;
    // The lease ends, too.
    await hurry(unit.pool, keeper.subscription, [request]).catch(() => undefined);
  }

  async #write(tried: readonly Tried[]): Promise<void> {
    const ended = await this.#patience.keepTrying(tried, (some) => this.#settle(some));
    for (const one of tried) one.settled(ended !== undefined && !ended.has(one));
  }

  /** Returns those whose keys don't go on: what was to be tried again later, and what somebody else has worked on. */
  async #settle(tried: readonly Tried[]): Promise<ReadonlySet<Tried>> {
    const { unit, onFailed } = this.options;
    const { failed, ended } = await inOneTransaction(unit, () => this.#unit(tried));
    if (failed.length > 0) onFailed(failed);
    return ended;
  }

  #unit(tried: readonly Tried[]) {
    const { keeper, handler, effect, handlings } = this.options;
    const said: Outgoing[] = [];
    const told: Handled[] = [];
    const ended = new Set<Tried>();
    const failed: FailedAgain[] = [];
    let ours: readonly Tried[] = [];
    const around: Around = {
      before: async (client) => {
        const facts = tried.map(({ fact }) => fact);
        const heads = await lockQueues(client, keeper.subscription, facts);
        ours = tried.filter(({ fact }) => isHead(heads.get(fact.chain), fact));
        return [];
      },
      after: async (client) => {
        const handled: QueuedFact[] = [];
        for (const one of tried) {
          const { fact, outcome } = one;
          if (!ours.includes(one)) ended.add(one);
          else if (outcome.kind === 'done') {
            handled.push(fact);
            said.push(...outcome.said);
            told.push(handledAt(fact.attempts + 1, handler, heardAgain(fact), outcome));
          } else {
            const { failure } = outcome;
            failed.push({ fact, handler, failure });
            if (blocksItsKey(keeper.policy, failure, fact.attempts + 1 - fact.attemptsBefore)) ended.add(one);
          }
        }
        return [...said, ...(await settle(client, keeper, handled, failed, effect.deadlineMs + LEASE_MS))];
      },
      beside: () => handlings.said(keeper.subscription, () => told),
    };
    return { around, failed, ended };
  }

  #moved(): void {
    const positions = this.#prefix.moved();
    if (positions.length > 0) this.share.commit(positions);
  }

  #wake(): void {
    const wakes = this.#wakes;
    this.#wakes = [];
    for (const wake of wakes) wake();
  }
}

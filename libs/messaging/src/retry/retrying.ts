import { factByCeType, type Schemas } from '@ride/events';
import type { Pool } from 'pg';
import type { Alone } from '../consumer/options.js';
import { crashPoints } from '../crash-points.js';
import type { Handlings } from '../inbox/handlings.js';
import { heardRecord, type HeardRecord } from '../inbox/heard-record.js';
import { heardTask, type Handling, type HeardTask } from '../inbox/heard-task.js';
import { decodeHeaders } from '../log/header-bytes.js';
import type { LogRecord } from '../log/port.js';
import { runUnit, type RunnerContext } from '../unit/runner.js';
import type { Around } from '../unit/unit.js';
import { failureOf, killedTheProcess } from './failure.js';
import type { Keeper } from './park.js';
import { keyOf, lockQueues, queuesOf, release, type Head, type QueuedFact } from './queue.js';
import { requestsTo, type RetryRequest } from './retry-request.js';
import { settle, type FailedAgain } from './settle.js';
import { tellWait } from './told-failures.js';

/** So many facts of one key are tried in one transaction. */
const OF_ONE_KEY = 100;

export interface RetryingOptions extends Keeper {
  readonly unit: RunnerContext;
  readonly schemas: Schemas;
  readonly handling: Handling;
  readonly handlings: Handlings;
  readonly onFailed: (failed: readonly FailedAgain[]) => void;
  /** How late attempts began, milliseconds. */
  readonly onLate: (milliseconds: number) => void;
}

interface QueuedTask extends HeardTask {
  readonly fact: QueuedFact;
}

/** The `@On` handlers' second and later attempts: the head of a key first, and when it is done, the key in its order. */
export class Retrying {
  constructor(private readonly options: RetryingOptions) {}

  /** Resolves when every request is answered. Rejects only when infrastructure is out of reach. */
  async hear(records: readonly LogRecord[], alone?: Alone): Promise<void> {
    const { subscription, onLate } = this.options;
    const requests = requestsTo(subscription, records);
    for (const { due } of requests) onLate(Date.now() - due);
    // Which head is meant counts for the first look only: what follows it is tried because it stands there.
    let heads: ReadonlyMap<string, Head> = new Map(requests.map((request) => [request.chain, request]));
    let chains: readonly RetryRequest[] = requests;
    while (chains.length > 0) {
      chains = await this.#tryQueues(chains, heads, alone);
      heads = new Map();
      // The next of the key gets a request of its own.
      if (alone) return;
    }
  }

  /** Returns the chains of which there may be more to try. */
  async #tryQueues(
    chains: readonly RetryRequest[],
    asked: ReadonlyMap<string, Head>,
    alone: Alone | undefined,
  ): Promise<readonly RetryRequest[]> {
    const { unit, subscription, schemas, handling } = this.options;
    const pool: Pool = unit.pool;
    const most = alone ? 1 : OF_ONE_KEY;
    const queues = await queuesOf(pool, subscription, chains, most);
    const facts = chains.flatMap(({ chain }) => dueOf(queues.get(chain) ?? [], asked.get(chain)));
    for (const fact of facts) tellWait(subscription, fact);
    await schemas.prepare(facts.flatMap(({ value }) => (value ? [value] : [])));
    const tasks = facts.map((fact): QueuedTask =>
      Object.assign(heardTask(heardAgain(fact), schemas, handling, subscription, fact.attempts + 1), { fact }),
    );
    const drained = new Set<string>();
    const known = new Map(alone?.isDeadly ? tasks.map((task) => [task, killedTheProcess()]) : []);
    await runUnit(unit, tasks, (some, failed) => this.#around(some, failed, drained), known);
    await crashPoints.reached?.('retry: before the release');
    const ended = chains.filter(({ chain }) => drained.has(chain));
    const isLong = ({ chain }: RetryRequest) => (queues.get(chain)?.length ?? 0) >= most;
    await release(
      pool,
      subscription,
      ended.filter((chain) => !isLong(chain)),
    );
    return ended.filter(isLong);
  }

  #around(tasks: readonly QueuedTask[], failed: ReadonlyMap<QueuedTask, unknown>, drained: Set<string>): Around {
    const { subscription, handlings } = this.options;
    const run: QueuedTask[] = [];
    const again: FailedAgain[] = [];
    return {
      kind: 'retries',
      before: async (client) => {
        const heads = await lockQueues(
          client,
          subscription,
          tasks.map(({ fact }) => fact),
        );
        const begun = new Set<string>();
        const ended = new Set<string>();
        for (const task of tasks) {
          const { fact, chain, handler } = task;
          drained.delete(chain);
          // Somebody else has worked on the queue since it was read.
          if (!begun.has(chain) && !isHead(heads.get(chain), fact)) ended.add(chain);
          begun.add(chain);
          if (ended.has(chain)) continue;
          if (failed.has(task)) {
            again.push({ fact, handler, failure: failureOf(failed.get(task)) });
            ended.add(chain);
          } else run.push(task);
        }
        return run;
      },
      after: async (client) => {
        await crashPoints.reached?.('retry: after the handler');
        const handled = run.map(({ fact }) => fact);
        for (const { chain } of handled) drained.add(chain);
        for (const { fact } of again) drained.delete(fact.chain);
        const letters = await settle(client, this.options, handled, again);
        if (again.length > 0) this.options.onFailed(again);
        return letters;
      },
      beside: () => handlings.said(subscription, () => run.map((task) => task.handled())),
    };
  }
}

/** What may be tried now: nothing when another head was asked for, and nothing behind a fact that isn't due. */
export function dueOf(queue: readonly QueuedFact[], asked: Head | undefined): readonly QueuedFact[] {
  const [head] = queue;
  if (!head || (asked && !isHead(asked, head))) return [];
  const early = queue.findIndex(({ isEarly }) => isEarly);
  return early < 0 ? queue : queue.slice(0, early);
}

export function isHead(head: Head | undefined, fact: QueuedFact): boolean {
  return head !== undefined && head.id === fact.id && head.attempts === fact.attempts;
}

/** The fact as it was first heard, under the id that it has been known by since. */
export function heardAgain(fact: QueuedFact): HeardRecord {
  const headers = decodeHeaders(fact.headers);
  const headerTexts = headers.map(([name, value]) => [name, value.toString()] as const);
  const { topic, partition, offset, value } = fact;
  const key = keyOf(fact);
  const appendedAt = fact.eventTime.getTime();
  const ceType = headerTexts.find(([name]) => name === 'ce_type')?.[1];
  const record = { topic, partition, offset, key, value, appendedAt, headers, ceType, headerTexts };
  const type = ceType === undefined ? undefined : factByCeType(ceType);
  const heard = heardRecord(record, topic, type);
  return { ...heard, id: fact.event, time: fact.eventTime.getTime(), cause: { ...heard.cause, id: fact.event } };
}

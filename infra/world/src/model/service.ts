import type { Service as Name } from '@ride/events';
import { dueStores, hearingsOf, type Cause, type Hearing } from '@ride/messaging';
import type { Clock } from './clock.js';
import type { Log, Said } from './log.js';
import { Outbox } from './outbox.js';
import { Reader } from './reader.js';
import { Tables, type Unique } from './tables.js';
import type { Trace } from './trace.js';
import { ModelledTx, Unit, type Saying } from './tx.js';
import { Violation } from './violation.js';
import { Work } from './work.js';

/** What all services of a world share. */
export interface Surroundings {
  readonly clock: Clock;
  readonly log: Log;
  readonly trace: Trace;
  /** Called after every commit with what is to be said, to look whether all is as it should be. */
  readonly committed: (who: Name, said: readonly Said[]) => void;
}

export interface ServiceOptions {
  /** How far its clock is ahead, milliseconds. */
  readonly skewMs: number;
  readonly unique?: Unique;
}

/**
 * A service, as libs/messaging runs it: it hears each stream of the log in order and at its own pace, every fact once by
 * its inbox; what it changes and what it says are committed together; its relay brings that into the log, sometimes twice.
 */
export class Service {
  readonly tables: Tables;
  readonly work: Work;
  readonly skewMs: number;
  /** By the fact's name. */
  readonly #hearings = new Map<string, Hearing[]>();
  readonly #inbox = new Set<string>();
  readonly #outbox: Outbox;
  readonly #reader: Reader;
  #hearingSince: number;

  constructor(
    readonly name: Name,
    protected readonly around: Surroundings,
    { skewMs, unique }: ServiceOptions,
  ) {
    this.skewMs = skewMs;
    this.tables = new Tables(unique);
    this.work = new Work(this);
    this.#outbox = new Outbox(name, around.log, around.trace);
    this.#reader = new Reader(around.log, (type) => this.#hearings.has(type));
    this.#hearingSince = this.clock;
  }

  /** What its clock shows. */
  get clock(): number {
    return this.around.clock.now + this.skewMs;
  }

  protected hears(...handlers: readonly object[]): void {
    for (const hearing of handlers.flatMap(hearingsOf))
      for (const fact of hearing.facts) this.#hearings.set(fact, [...(this.#hearings.get(fact) ?? []), hearing]);
  }

  /** Streams of which there is something for it that it has not read. */
  get unheard(): readonly string[] {
    return this.#reader.unread;
  }

  /** Streams for which something waits in its outbox. */
  get unsaid(): readonly string[] {
    return this.#outbox.streams;
  }

  /** What it has read of a stream. */
  heard(stream: string): readonly Said[] {
    return this.#reader.past(stream);
  }

  /** Reads the next record of a stream. */
  async hear(stream: string): Promise<void> {
    const fact = this.#reader.read(stream);
    if (fact === undefined) return;
    const { id, type, data, time, cause, by } = fact;
    const heard = { type, time, data, id, correlationId: cause.correlationId };
    const hearings = this.#hearings.get(type) ?? [];
    for (const { kind, hear } of hearings) if (kind === 'follow') await this.#by(() => hear([heard]));
    const handlers = hearings.filter(({ kind }) => kind === 'on');
    if (handlers.length === 0 || this.#inbox.has(id)) return;
    this.#inbox.add(id);
    this.around.trace.add(this.name, 'hears', `${type} of ${by}`, data);
    const because = { id, correlationId: cause.correlationId };
    await this.#mustNotFail(`${this.name} hears ${type}`, () =>
      this.unit(time, because, async (tx) => {
        for (const { hear } of handlers) await hear(heard, tx);
      }),
    );
  }

  /** Brings what waits for a stream into the log, so that it stays in the outbox, unless it is `acknowledged`. */
  relay(stream: string, acknowledged = true): void {
    this.#outbox.relay(stream, acknowledged);
  }

  /** Straight into the log, past the outbox: positions. */
  send(saying: Saying): void {
    this.around.log.append(this.#outbox.seal(saying));
  }

  /** The sweep of deadlines comes by, whatever has not been heard yet. */
  async sweep(): Promise<void> {
    for (const store of dueStores())
      for (const { id, ...row } of this.tables.all(store.row)) {
        if ((dueAtOf(row) ?? Infinity) > this.clock) continue;
        const cause = { id, correlationId: id };
        await this.#mustNotFail(`${this.name} passes a deadline`, () =>
          this.unit(this.clock, cause, (tx) => store.passDeadline(tx, id, this.#hearingSince)),
        );
      }
  }

  /** When its rows are due, by the true clock. */
  get due(): readonly number[] {
    return dueStores().flatMap(({ row }) =>
      this.tables.all(row).flatMap((each) => {
        const dueAt = dueAtOf(each);
        return dueAt === null ? [] : [dueAt - this.skewMs];
      }),
    );
  }

  /** Starts anew: its tables are as they were, and it reads again what it had not committed as read. */
  restart(backMost: number): void {
    this.around.trace.add(this.name, 'restarts', '');
    this.#reader.goBack(backMost);
    this.#hearingSince = this.clock;
  }

  /** One unit of work, committed when `run` returns; what it throws changes nothing. */
  async unit<T>(
    now: number,
    cause: Cause,
    run: (tx: ModelledTx) => Promise<T>,
    isLocked?: (id: string) => boolean,
  ): Promise<T> {
    const unit = new Unit(this.tables);
    const result = await this.#by(() => run(new ModelledTx(unit, now, cause, isLocked)));
    unit.commit();
    const said = unit.said.map((saying) => this.#outbox.seal(saying));
    this.#outbox.add(said);
    this.around.committed(this.name, said);
    await this.#by(() => this.afterCommit(unit.afterCommit));
    return result;
  }

  /** May be lost, and is, unless a service says otherwise. */
  protected afterCommit(_runs: Unit['afterCommit']): Promise<void> {
    return Promise.resolve();
  }

  #by<T>(run: () => T | Promise<T>): Promise<T> {
    return this.around.clock.by(this.skewMs, async () => await run());
  }

  async #mustNotFail(what: string, run: () => Promise<unknown>): Promise<void> {
    try {
      await run();
    } catch (error) {
      if (error instanceof Violation) throw error;
      throw new Violation('No handler and no deadline fails', `${what}: ${String(error)}`, { cause: error });
    }
  }
}

function dueAtOf(row: object): number | null {
  return 'dueAt' in row && row.dueAt instanceof Date ? row.dueAt.getTime() : null;
}

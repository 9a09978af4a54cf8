import type { Figures, Indicator } from '../health/indicator.js';
import type { Trouble } from '../health/trouble.js';
import type { LogBatch } from '../log/port.js';
import { faultOf, storeOf } from '../unit/faults.js';
import { Backlog, type Assigned, type Standing } from './backlog.js';
import type { ConsumerHealth, Waiting } from './options.js';

/** Without an answer for so long, a member is as good as dead (its session ends after 6 s). */
const SILENCE_MS = 10_000;
/** As good as no unit takes so long: its transaction is ended after 30 s. */
export const STUCK_MS = 30_000;

interface UnitOfRecords {
  readonly since: number;
  waiting: Waiting | null;
}

/** What a consumer knows about itself. Times are epoch milliseconds. */
export class Progress implements Indicator {
  readonly #part: string;
  readonly #backlog: Backlog;
  #joined = false;
  /** Since when somebody wants it to hear nothing. */
  #pausedAt: number | null = null;
  #partitions = 0;
  /** Since when it is not in its group. */
  #leftAt: number;
  #crash: string | null = null;
  #lastAnswer: number | null = null;
  #lastProgress: number | null = null;
  #waiting: Waiting | null = null;
  readonly #units = new Map<symbol, UnitOfRecords>();

  constructor(
    private readonly groupId: string,
    /** How long a unit or a partition may stand still, milliseconds; a flow moves when anything of it does. */
    private readonly stuck: { readonly afterMs: number; readonly isFlow: boolean } = {
      afterMs: STUCK_MS,
      isFlow: false,
    },
    private readonly now: () => number = Date.now,
  ) {
    this.#part = `consumer ${groupId}`;
    this.#backlog = new Backlog(now);
    this.#leftAt = now();
  }

  joined(assigned: readonly Assigned[]): void {
    this.#joined = true;
    this.#crash = null;
    this.#partitions = assigned.reduce((sum, { partitions }) => sum + partitions.length, 0);
    this.#waiting = null;
    this.#backlog.assigned(assigned);
    this.answered();
  }

  /** `why`: the error's text, for the log and not for everybody; null: as it should. */
  left(why: string | null): void {
    if (this.#joined) this.#leftAt = this.now();
    this.#crash = why;
    this.#joined = false;
    this.#partitions = 0;
    this.#backlog.assigned([]);
  }

  paused(isPaused: boolean): void {
    this.#pausedAt = isPaused ? (this.#pausedAt ?? this.now()) : null;
    // What has waited meanwhile has not stood still by itself.
    this.#backlog.goesOn();
  }

  answered(): void {
    this.#lastAnswer = this.now();
  }

  began(): symbol {
    const unit = Symbol();
    this.#units.set(unit, { since: this.now(), waiting: null });
    return unit;
  }

  ended(unit: symbol, heard: boolean): void {
    this.#units.delete(unit);
    if (heard) this.goesOn();
  }

  /** A unit waits in place, or something of a flow. */
  waits(error: unknown, unit?: symbol): void {
    const before = unit ? this.#units.get(unit) : undefined;
    const waiting = waitingFor(error, (before ?? { waiting: this.#waiting }).waiting?.since ?? this.now());
    if (before) before.waiting = waiting;
    else this.#waiting = waiting;
  }

  /** Something was done. */
  goesOn(): void {
    this.#waiting = null;
    this.#lastProgress = this.now();
  }

  came(batch: LogBatch): void {
    this.#backlog.came(batch);
  }

  stands(batch: LogBatch, nextOffset: bigint): void {
    this.#backlog.stands(batch, nextOffset);
  }

  looked(standings: readonly Standing[]): void {
    this.#backlog.looked(standings);
  }

  /** Milliseconds since the broker answered; 0 before it ever did. */
  get silence(): number {
    return this.#lastAnswer === null ? 0 : this.now() - this.#lastAnswer;
  }

  /** Is it in the group, as it thinks, and has had no answer for so many milliseconds? */
  isSilentFor(milliseconds: number): boolean {
    return this.#joined && this.silence >= milliseconds;
  }

  health(): ConsumerHealth {
    const [first] = this.troubles();
    return {
      groupId: this.groupId,
      ok: first === undefined,
      reason: this.#crash ?? first?.what ?? null,
      joined: this.#joined,
      isPaused: this.#pausedAt !== null,
      partitions: this.#partitions,
      lastAnswer: this.#lastAnswer,
      lastProgress: this.#lastProgress,
      waiting: this.#longestWaiting(),
      lag: this.#backlog.lag,
    };
  }

  /** Records not done in this member's partitions, and the age of the oldest of them in milliseconds. */
  get lag(): { readonly records: number; readonly ms: number } {
    const records = Object.values(this.#backlog.lag).reduce((sum, each) => sum + each, 0);
    return { records, ms: this.#backlog.lagMs };
  }

  figures(): Readonly<Record<string, Figures>> {
    const greatestLag = Math.max(0, ...Object.values(this.#backlog.lag));
    return { [this.#part]: { partitions: this.#partitions, lag: this.lag.records, greatestLag } };
  }

  troubles(): readonly Trouble[] {
    const part = this.#part;
    if (!this.#joined)
      return [{ code: 'consumer_not_joined', part, since: this.#leftAt, what: 'It is not in its group.' }];
    const troubles: Trouble[] = [];
    if (this.silence > SILENCE_MS) {
      const what = `The broker has not answered for ${Math.round(this.silence / 1000)} s.`;
      troubles.push({ code: 'consumer_silent', part, since: this.#lastAnswer!, what });
    }
    const waiting = this.#longestWaiting();
    if (waiting) {
      const { store, since } = waiting;
      troubles.push(
        store === null
          ? {
              code: 'parking_impossible',
              part,
              since,
              what: 'Records can neither be handled nor written down as failed.',
            }
          : { code: 'waits_in_place', part, since, what: `Records wait: ${store} is out of reach.` },
      );
    }
    if (this.#pausedAt !== null) {
      const what = 'Somebody has paused it: it hears nothing until it is resumed.';
      return [...troubles, { code: 'consumer_paused', part, since: this.#pausedAt, what }];
    }
    return [...troubles, ...this.#standingStill()];
  }

  #standingStill(): Trouble[] {
    const part = this.#part;
    const { afterMs, isFlow } = this.stuck;
    const long = `${afterMs / 1000} s`;
    const busy = [...this.#units.values()].filter((unit) => unit.waiting === null);
    const oldest = Math.min(...busy.map(({ since }) => since));
    if (this.now() - oldest >= afterMs)
      return [{ code: 'unit_stuck', part, since: oldest, what: `It has been busy with the same records for ${long}.` }];
    const moves = isFlow && this.#lastProgress !== null && this.now() - this.#lastProgress < afterMs;
    if (moves || this.#longestWaiting()) return [];
    const stuck = this.#backlog.stuck(afterMs);
    if (stuck.length === 0) return [];
    const names = stuck.map(({ name }) => name).join(', ');
    const since = Math.min(...stuck.map((each) => each.since));
    return [
      { code: 'partition_stuck', part, since, what: `Records wait, and nothing has moved for ${long}: ${names}.` },
    ];
  }

  #longestWaiting(): Waiting | null {
    const all = [this.#waiting, ...[...this.#units.values()].map(({ waiting }) => waiting)];
    return all.reduce((first, each) => (each && (!first || each.since < first.since) ? each : first), null);
  }
}

const waitingFor = (error: unknown, since: number): Waiting => ({
  reason: error instanceof Error ? error.message : String(error),
  store: faultOf(error) === 'infrastructure' ? storeOf(error) : null,
  since,
});

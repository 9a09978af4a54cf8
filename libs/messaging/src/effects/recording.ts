import type { Handled } from '@ride/events';
import type { Handlings } from '../inbox/handlings.js';
import type { HeardRecord } from '../inbox/heard-record.js';
import { claim } from '../inbox/inbox.js';
import { standingOf } from '../retry/chains.js';
import type { Failure } from '../retry/failure.js';
import { park, type Keeper, type Parked } from '../retry/park.js';
import { passed } from '../retry/released.js';
import type { Outgoing } from '../unit/outgoing.js';
import { pipelined } from '../unit/pipelined.js';
import type { RunnerContext } from '../unit/runner.js';
import type { Around } from '../unit/unit.js';
import { handledAt, type Timing } from './performing.js';
import { inOneTransaction } from './transaction.js';
import { giveTurns } from './turn.js';

/** The first heard fact of its key, and what became of it. */
export type Ended<P> = { readonly first: P } & (
  | ({ readonly kind: 'done'; readonly said: readonly Outgoing[] } & Timing)
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** Not run, because its key was blocked; what waits behind it is parked, too. */
  | { readonly kind: 'blocked'; readonly behind: readonly P[] }
);

export interface RecordingOptions {
  readonly keeper: Keeper;
  readonly unit: RunnerContext;
  /** Class and method of the effect. */
  readonly handler: string;
  readonly onParked: (parked: readonly Parked[]) => void;
  readonly handlings: Handlings;
}

/** Marks facts as done, with what is said about them, or parks them: many in one transaction, outside of which they were run. */
export class Recording<P extends { readonly heard: HeardRecord }> {
  constructor(private readonly options: RecordingOptions) {}

  /**
   * Returns what is neither done nor parked. What others have marked as done meanwhile is done, and nothing is said about it
   * again. Throws what the database throws.
   */
  async write(ended: readonly Ended<P>[]): Promise<ReadonlySet<P>> {
    const { unit, onParked } = this.options;
    const { parked, left } = await inOneTransaction(unit, () => this.#unit(ended));
    if (parked.length > 0) onParked(parked);
    return left;
  }

  #unit(ended: readonly Ended<P>[]) {
    const { keeper, handler, handlings } = this.options;
    const { subscription } = keeper;
    const said: Outgoing[] = [];
    const passing: HeardRecord[] = [];
    const performed: HeardRecord[] = [];
    const parked: Parked[] = [];
    const handled: Handled[] = [];
    const left = new Set<P>();
    const around: Around = {
      before: async (client) => {
        const run = ended.flatMap(({ kind, first }) => (kind === 'blocked' ? [] : first.heard));
        const [fresh, { blocked, released }] = await pipelined([
          claim(client, subscription, run),
          standingOf(client, subscription, () => ended.map(({ first }) => first.heard)),
        ]);
        const waiting: HeardRecord[] = [];
        for (const one of ended) {
          const { heard } = one.first;
          if (one.kind === 'blocked') {
            const all = [one.first, ...one.behind];
            if (blocked.has(heard.chain)) waiting.push(...all.map((each) => each.heard));
            else for (const each of all) left.add(each);
            continue;
          }
          if (released.has(heard.chain)) performed.push(heard);
          if (fresh.has(heard.id)) {
            if (one.kind === 'failed') parked.push({ heard, handler, failure: one.failure });
            else {
              said.push(...one.said);
              handled.push(handledAt(1, handler, heard, one));
            }
            if (one.kind === 'done' && released.has(heard.chain)) passing.push(heard);
          }
        }
        const unknown = waiting.length > 0 ? await claim(client, subscription, waiting) : new Set<string>();
        for (const heard of waiting) if (unknown.delete(heard.id)) parked.push({ heard, handler });
        return [];
      },
      after: async (client) => {
        await passed(client, subscription, passing);
        await giveTurns(client, subscription, performed);
        if (parked.length === 0) return said;
        return [...said, ...(await park(client, keeper, parked))];
      },
      beside: () => handlings.said(subscription, () => handled),
    };
    return { around, parked, left };
  }
}

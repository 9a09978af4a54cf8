import type { HeardRecord } from '../inbox/heard-record.js';
import { claim } from '../inbox/inbox.js';
import { standingOf } from '../retry/chains.js';
import type { Failure } from '../retry/failure.js';
import { blocksItsKey, park, type Keeper, type Parked } from '../retry/park.js';
import { passed } from '../retry/released.js';
import type { Outgoing } from '../unit/outgoing.js';
import { pipelined } from '../unit/pipelined.js';
import type { RunnerContext } from '../unit/runner.js';
import type { Around } from '../unit/unit.js';
import { inOneTransaction } from './transaction.js';

/** The first heard fact of its key, and what became of it. */
export interface Ended<P> {
  readonly first: P;
  /** Done: what is said with the mark. */
  readonly said: readonly Outgoing[];
  /** Absent: done, or parked behind a failed fact of its key. */
  readonly failure?: Failure;
  /** Its key was blocked, so it was not run. */
  readonly isBlocked: boolean;
  /** What is parked behind it. */
  readonly behind: readonly P[];
}

export interface RecordingOptions {
  readonly keeper: Keeper;
  readonly unit: RunnerContext;
  /** Class and method of the effect. */
  readonly handler: string;
  readonly onParked: (parked: readonly Parked[]) => void;
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
    const { keeper, handler } = this.options;
    const { subscription, policy } = keeper;
    const said: Outgoing[] = [];
    const passing: HeardRecord[] = [];
    const parked: Parked[] = [];
    const left = new Set<P>();
    const around: Around = {
      before: async (client) => {
        const run = ended.filter(({ isBlocked }) => !isBlocked).map(({ first }) => first.heard);
        const [fresh, { blocked: standing, released }] = await pipelined([
          claim(client, subscription, run),
          standingOf(client, subscription, () => ended.map(({ first }) => first.heard)),
        ]);
        const blocked = new Set(standing);
        const waiting: P[] = [];
        for (const { first, failure, isBlocked, behind, ...about } of ended) {
          const { heard } = first;
          const isOurs = isBlocked || fresh.has(heard.id);
          if (isOurs && failure) {
            parked.push({ heard, handler, failure });
            if (blocksItsKey(policy, failure, 1)) blocked.add(heard.chain);
          } else if (isOurs && !isBlocked) {
            said.push(...about.said);
            if (released.has(heard.chain)) passing.push(heard);
          }
          const behindIt = isBlocked ? [first, ...behind] : behind;
          if (isOurs && blocked.has(heard.chain)) waiting.push(...behindIt);
          else for (const each of behindIt) left.add(each);
        }
        if (waiting.length === 0) return [];
        const known = await claim(
          client,
          subscription,
          waiting.map(({ heard }) => heard),
        );
        for (const { heard } of waiting) if (known.delete(heard.id)) parked.push({ heard, handler });
        return [];
      },
      after: async (client) => {
        await passed(client, subscription, passing);
        if (parked.length === 0) return said;
        return [...said, ...(await park(client, keeper, parked))];
      },
    };
    return { around, parked, left };
  }
}

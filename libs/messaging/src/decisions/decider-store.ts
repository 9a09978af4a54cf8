import type { Decider } from '@ride/decider';
import { catalogue, type NewFact } from '@ride/events';
import type { Row, RowClass, Tx, UnitOfWork } from '../tx.js';
import type { DecisionHistoryRow, DecisionRow } from './decision-row.js';

/** Topics on which more than one service speaks, so that only the log knows the order of what is said. */
const shared = new Map<string, boolean>();
function isShared(topic: string): boolean {
  let known = shared.get(topic);
  if (known === undefined) {
    const facts = catalogue().facts.filter((fact) => fact.topic.name === topic);
    shared.set(topic, (known = new Set(facts.flatMap((fact) => fact.by)).size > 1));
  }
  return known;
}

/** A deadline that was said and has not been heard back, or came too late to change anything, is said again after so many milliseconds. */
const AGAIN_MS = 60_000;

type Heard = { readonly type: string; readonly time: number; readonly data: unknown };

/** What the deadline sweep needs of a store. */
export interface DueStore {
  readonly row: RowClass<Row>;
  /** Looks again whether the row is due, and says what its deadline says. `hearingSince`: UTC milliseconds. */
  passDeadline(tx: Tx, id: string, hearingSince: number): Promise<void>;
}

const stores: DueStore[] = [];
/** Stores of this process whose decider has a deadline. */
export const dueStores = (): readonly DueStore[] => stores;

/** A state before and after what a policy was asked or told. */
export interface Moved<State> {
  readonly before: State;
  readonly after: State;
}

export interface DeciderStore<State, Command, Hears> {
  /** The state as last committed, or the policy's initial state. Takes no lock. */
  state(work: UnitOfWork, id: string): Promise<State>;
  /** The state within a unit of work: loads the row, which then is the Tx's alone. */
  stateIn(tx: Tx, id: string): Promise<State>;
  /** A person's command; what the policy refuses is thrown as `Rejected` and nothing is changed. */
  decide(tx: Tx, id: string, command: Command): Promise<Moved<State>>;
  /** A heard fact: folded, and answered by what the policy says to it. */
  react(tx: Tx, id: string, fact: Hears): Promise<Moved<State>>;
}

/**
 * Load, decide, fold, save, publish: once for every policy. With `history` every heard and said fact is kept with its
 * version, and the row is the snapshot of their fold.
 *
 * Deadlines: on a topic with one writer what `deadline.passed` says is folded at once. On a topic that several services
 * write the log decides: it is only said, and folded when it is heard back, after everything that came before it. What
 * came before it may be a state that had been due for as long, and that it says nothing about: so it is said again.
 */
export function deciderStore<State, Command, Hears extends Heard, Says extends NewFact>(
  row: RowClass<DecisionRow<State>>,
  decider: Decider<State, Command, Hears, Says>,
  options: { readonly history?: RowClass<DecisionHistoryRow> } = {},
): DeciderStore<State, Command, Hears> {
  const { deadline } = decider;
  const stateOf = (was: DecisionRow<State> | undefined): State => was?.state ?? decider.initial;

  const keep = (
    tx: Tx,
    id: string,
    was: DecisionRow<State> | undefined,
    heard: readonly Hears[],
    said: readonly Says[],
  ): Moved<State> => {
    const before = stateOf(was);
    let state = before;
    let version = was?.version ?? 0;
    const fold = (fact: Hears | Says, time: number, isSaid: boolean) => {
      state = decider.evolve(state, fact, time);
      version += 1;
      if (options.history) tx.append(options.history, entry(id, version, fact, time, isSaid));
    };
    for (const fact of heard) fold(fact, fact.time, false);
    for (const fact of said) fold(fact, tx.now, true);
    if (version === (was?.version ?? 0)) return { before, after: before };
    const saidAt = was?.deadlineSaidAt ?? null;
    const due = deadline?.at(state, 0) ?? null;
    const isSaid = due !== null && saidAt !== null && due <= saidAt.getTime();
    tx.save(row, {
      id,
      state,
      version,
      dueAt: due === null ? null : new Date(isSaid ? saidAt.getTime() + AGAIN_MS : due),
      deadlineSaidAt: saidAt,
      cause: tx.cause,
    });
    tx.publish(...said);
    return { before, after: state };
  };

  if (deadline)
    stores.push({
      row,
      passDeadline: async (tx, id, hearingSince) => {
        const was = await tx.load(row, id);
        if (!was?.dueAt || was.dueAt.getTime() > tx.now) return;
        // The column finds what may be due; the policy knows whether it is.
        const due = deadline.at(was.state, hearingSince);
        if (due !== null && due > tx.now) return tx.save(row, { ...was, dueAt: new Date(due) });
        const said = deadline.passed(was.state, tx.now);
        const because = tx.because(was.cause);
        if (said.some((fact) => isShared(fact.topic))) {
          because.publish(...said);
          tx.save(row, { ...was, dueAt: new Date(tx.now + AGAIN_MS), deadlineSaidAt: new Date(tx.now) });
        } else if (said.length > 0) keep(because, id, was, [], said);
        else tx.save(row, { ...was, dueAt: null });
      },
    });

  return {
    state: async (work, id) => stateOf(await work.read(row, id)),
    stateIn: async (tx, id) => stateOf(await tx.load(row, id)),
    decide: async (tx, id, command) => {
      const was = await tx.load(row, id);
      return keep(tx, id, was, [], decider.decide(stateOf(was), command, tx.now));
    },
    react: async (tx, id, fact) => {
      const was = await tx.load(row, id);
      return keep(tx, id, was, [fact], decider.react(stateOf(was), fact, tx.now));
    },
  };
}

function entry(
  of: string,
  version: number,
  fact: { type: string; data: unknown },
  time: number,
  said: boolean,
): DecisionHistoryRow {
  return { id: `${of}:${version}`, of, version, type: fact.type, said, time: new Date(time), data: fact.data };
}

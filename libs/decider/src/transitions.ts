import type { Decider } from './decider.js';
import { Rejected } from './rejected.js';

type Fact = { readonly type: string; readonly data: unknown };
/** `from` and `to` are kinds of states; `by`: the fact that was heard, the command, or `deadline`. */
export interface Transition {
  readonly from: string;
  readonly by: string;
  readonly to: string;
}
/** What can be done to a policy under exploration. */
export interface World<State, Command, Hears> {
  readonly kindOf: (state: State) => string;
  /** What makes two states the same; their whole content, unless said. It has to leave out what counts up. */
  readonly keyOf?: (state: State) => string;
  /** By what they are called; facts, too. */
  readonly commands?: Readonly<Record<string, Command>>;
  readonly facts: Readonly<Record<string, Hears extends Fact ? Omit<Hears, 'time'> : never>>;
  /** When things may happen, UTC milliseconds. */
  readonly times: readonly number[];
}

const MOST = 20_000;

/**
 * Every way in which a policy goes from one kind of state to another, found by doing everything, at all times, in every
 * state that can be reached: what a table of its life must have, no more and no less. Sorted.
 */
export function transitionsOf<State, Command, Hears extends Fact, Says extends Fact>(
  decider: Decider<State, Command, Hears, Says>,
  { kindOf, keyOf = (state) => JSON.stringify(state), commands = {}, facts, times }: World<State, Command, Hears>,
): readonly Transition[] {
  const fold = (state: State, all: readonly Fact[], at: number) =>
    all.reduce((to, fact) => decider.evolve(to, { ...fact, time: at } as never, at), state);
  const steps = times.flatMap((at): readonly (readonly [string, (state: State) => State])[] => [
    ...Object.entries(commands).map(
      ([by, command]) => [by, (state: State) => fold(state, asked(state, command, at), at)] as const,
    ),
    ...Object.entries(facts).map(([by, fact]) => {
      const told = { ...fact, time: at } as unknown as Hears;
      return [by, (state: State) => fold(fold(state, [told], at), decider.react(state, told, at), at)] as const;
    }),
    ['deadline', (state) => fold(state, due(state, at), at)],
  ]);
  const asked = (state: State, command: Command, at: number): readonly Says[] => {
    try {
      return decider.decide(state, command, at);
    } catch (error) {
      if (error instanceof Rejected) return [];
      throw error;
    }
  };
  const due = (state: State, at: number): readonly Says[] => {
    const when = decider.deadline?.at(state, 0) ?? null;
    return decider.deadline && when !== null && when <= at ? decider.deadline.passed(state, at) : [];
  };

  const known = new Map([[keyOf(decider.initial), decider.initial]]);
  const found = new Map<string, Transition>();
  for (const state of known.values()) {
    for (const [by, step] of steps) {
      const next = step(state);
      const [from, to] = [kindOf(state), kindOf(next)];
      if (from !== to) found.set([from, by, to].join(), { from, by, to });
      if (!known.has(keyOf(next))) known.set(keyOf(next), next); // a Map also goes on to what is added under way
    }
    if (known.size > MOST) throw new Error(`More than ${MOST} states: leave out what counts up, by keyOf.`);
  }
  return [...found.keys()].sort().map((key) => found.get(key)!);
}

/** The transitions in a Markdown table below this heading, whose first three columns are from, by and to. Sorted. */
export function transitionsIn(markdown: string, heading: string): readonly Transition[] {
  const [, rest = ''] = markdown.split(`\n${heading}\n`);
  const rows = (rest.split(/\n#+ /)[0] ?? '').split('\n').filter((line) => line.startsWith('| '));
  const found = rows.slice(2).map((row) => {
    const [from = '', by = '', to = ''] = row
      .slice(1)
      .split('|')
      .map((cell) => cell.trim());
    return { from, by, to };
  });
  return found.toSorted((a, b) => compare([a.from, a.by, a.to].join(), [b.from, b.by, b.to].join()));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { Decider } from './decider.js';
import { Outcome } from './outcome.js';
import { Rejected } from './rejected.js';

/** A fact as a test writes it: made by its declaration, or plain. */
type Told<F> = F extends { readonly type: infer T extends string; readonly data: infer D }
  ? { readonly type: T; readonly data: D }
  : never;
/** A command's moment, UTC milliseconds; without it, the time of the scenario. */
export interface When {
  readonly now?: number;
}
type Fact = { readonly type: string; readonly data: unknown };

/** What has happened before, to a policy under test; each step gives a new one, so that a common past can be shared. */
export interface Given<State, Command, Hears, Says> {
  /** What was heard and said, in this order, at the time of the scenario. */
  facts(...facts: readonly Told<Hears | Says>[]): Given<State, Command, Hears, Says>;
  /** Moves the time of the scenario to `now`, UTC milliseconds (0 at the beginning). */
  at(now: number): Given<State, Command, Hears, Says>;
  /** The state that has come about. */
  readonly state: State;
  /** Somebody asks for something. */
  when(command: Command, when?: When): Outcome<State, Says>;
  /** The next fact is heard. */
  heard(fact: Told<Hears>, when?: When): Outcome<State, Says>;
  /** The sweep comes by: nothing is said before the deadline. `hearingSince`: the service was down until then. */
  swept(when?: When & { readonly hearingSince?: number }): Outcome<State, Says>;
}

/**
 * A policy's test: `given(shift).facts(DriverBecameAvailable({ … })).when({ do: 'go_off_duty' }).then(…)`. States and
 * facts are frozen, so that a policy that changes what it is given fails.
 */
export function given<State, Command, Hears, Says>(
  decider: Decider<State, Command, Hears, Says>,
): Given<State, Command, Hears, Says> {
  return scenario(decider, decider.initial, 0, []);
}

function scenario<State, Command, Hears, Says>(
  decider: Decider<State, Command, Hears, Says>,
  state: State,
  time: number,
  past: readonly Fact[],
): Given<State, Command, Hears, Says> {
  const told = <F>(fact: Fact, at: number) => frozen({ ...fact, time: at }) as F;
  const fold = (from: State, facts: readonly Fact[], at: number) =>
    facts.reduce((s, fact) => frozen(decider.evolve(s, told<Hears | Says>(fact, at), at)), from);

  const outcome = (step: string, heard: readonly Fact[], at: number, say: () => readonly Says[]) => {
    let result: readonly Says[] | Rejected;
    try {
      result = say();
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      result = error;
    }
    const said = result instanceof Rejected ? [] : (result as readonly Fact[]);
    return new Outcome<State, Says>(past, step, result, fold(fold(state, heard, at), said, at));
  };

  return {
    state,
    facts: (...facts) => scenario(decider, fold(state, facts, time), time, [...past, ...facts]),
    at: (now) => scenario(decider, state, now, past),
    when: (command, { now = time } = {}) =>
      outcome(`when   ${show(command)}`, [], now, () => decider.decide(frozen(state), command, now)),
    heard: (fact, { now = time } = {}) =>
      outcome(`heard  ${show(fact)}`, [fact], now, () => {
        try {
          return decider.react(frozen(state), told<Hears>(fact, now), now);
        } catch (error) {
          throw new Error(`react never throws: a refusal is a fact (${String(error)})`, { cause: error });
        }
      }),
    swept: ({ now = time, hearingSince = 0 } = {}) =>
      outcome(`swept  at ${now}`, [], now, () => {
        const due = decider.deadline?.at(frozen(state), hearingSince) ?? null;
        return decider.deadline && due !== null && due <= now ? decider.deadline.passed(frozen(state), now) : [];
      }),
  };
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

function show(value: unknown): string {
  return JSON.stringify(value);
}

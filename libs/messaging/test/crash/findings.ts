import { idOf, type Fact } from './facts.js';

/** A call that went well. */
export interface Call {
  readonly event: string;
  readonly idempotencyKey: string;
}

/** What became of the facts of one key. */
export interface KeyFound {
  /** Numbers in the order in which the handler's changes stand in its row. */
  readonly handled: readonly number[];
  /** In the order in which another service heard the handler's answers, and the effect's. */
  readonly answersOfHandler: readonly number[];
  readonly answersOfEffect: readonly number[];
  /** In the order in which they were made. */
  readonly calls: readonly Call[];
  /** Ids of the facts that the operators' list shows as the handler's dead letters. */
  readonly dead: readonly string[];
}

/** What is not as it should be about a key of which these facts were said, in words. */
export function breachesOf(said: readonly Fact[], found: KeyFound): readonly string[] {
  const key = `key ${said[0]?.key}`;
  const all = said.map(({ number }) => number);
  const possible = said.filter(({ kind }) => kind !== 'hopeless').map(({ number }) => number);
  const dead = said.filter(({ kind }) => kind === 'hopeless').map(idOf);
  const firstCalls = [...new Set(found.calls.map(({ event }) => event))];
  return [
    ...sequence(`${key}: handled`, possible, found.handled),
    ...sequence(`${key}: heard that it was handled`, possible, found.answersOfHandler),
    ...sequence(`${key}: heard that there was a call`, all, found.answersOfEffect),
    ...sequence(`${key}: called, repeats left out`, said.map(idOf), firstCalls),
    ...sequence(`${key}: dead, and listed`, dead, found.dead),
    ...found.calls
      .filter(({ event, idempotencyKey }) => idempotencyKey !== event)
      .map(({ event, idempotencyKey }) => `${key}: ${event} was called under the key ${idempotencyKey}`),
  ];
}

/** How often something was called that had been called before. */
export function repeatsIn(calls: readonly Call[]): number {
  return calls.length - new Set(calls.map(({ event }) => event)).size;
}

/** Each once, and in this order. */
function sequence<T>(what: string, wanted: readonly T[], found: readonly T[]): readonly string[] {
  const there = new Set(found);
  const known = new Set(wanted);
  const wrong: string[] = [];
  const tell = (which: readonly T[], how: string) => {
    if (which.length > 0) wrong.push(`${what}: ${some(which)} ${how}`);
  };
  tell(
    wanted.filter((each) => !there.has(each)),
    'never',
  );
  tell(
    found.filter((each, at) => found.indexOf(each) < at),
    'more than once',
  );
  tell(
    found.filter((each) => !known.has(each)),
    'which was never said',
  );
  const places = new Map(wanted.map((each, at) => [each, at]));
  const inTurn = [...there].filter((each) => known.has(each));
  tell(
    inTurn.filter((each, at) => at > 0 && places.get(each)! < places.get(inTurn[at - 1]!)!),
    'after a later one',
  );
  return wrong;
}

const MOST_NAMED = 5;
function some(which: readonly unknown[]): string {
  const named = which.slice(0, MOST_NAMED).join(', ');
  return which.length > MOST_NAMED ? `${named} and ${which.length - MOST_NAMED} others` : named;
}

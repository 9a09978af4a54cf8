import { isDeepStrictEqual } from 'node:util';
import type { Rejected } from './rejected.js';

type Fact = { readonly type: string; readonly data: unknown };

/** What a policy answered, to be compared with what a test expects. What differs is thrown with the whole story. */
export class Outcome<State, Says> {
  readonly #past: readonly Fact[];
  readonly #step: string;
  readonly #result: readonly Says[] | Rejected;
  /** The state after what was heard and said. */
  readonly state: State;

  constructor(past: readonly Fact[], step: string, result: readonly Says[] | Rejected, state: State) {
    this.#past = past;
    this.#step = step;
    this.#result = result;
    this.state = state;
  }

  /** Exactly these facts are said, in this order; without any, nothing is. Gives the outcome back for its state. */
  // Not a promise's `then`: an outcome is never awaited or returned from an async function.
  then(...expected: readonly Says[]): this {
    const was = this.#result;
    if (Array.isArray(was) && isDeepStrictEqual(was.map(plain), expected.map(plain))) return this;
    return this.#fail(expected.length === 0 ? ['nothing'] : expected.map(tell), this.then);
  }

  /** The command is refused with this code. */
  refused(code: string): this {
    const was = this.#result;
    if (!Array.isArray(was) && (was as Rejected).code === code) return this;
    return this.#fail([`refused: ${code}`], this.refused);
  }

  #fail(expected: readonly string[], caller: (...expected: never[]) => this): never {
    const was = this.#result;
    const actual = Array.isArray(was)
      ? was.length === 0
        ? ['nothing']
        : was.map(tell)
      : [`refused: ${(was as Rejected).code} (${(was as Rejected).message})`];
    const lines = [
      ...this.#past.map((fact) => `given  ${tell(fact)}`),
      this.#step,
      ...expected.map((line) => `then   ${line}`),
      ...actual.map((line) => `but    ${line}`),
    ];
    const error = new Error(lines.join('\n'));
    Error.captureStackTrace(error, caller); // the test's line is the one to show
    throw error;
  }
}

function tell(fact: unknown): string {
  const { type, data } = fact as Fact;
  return `${type} ${JSON.stringify(data)}`;
}

/** What counts of a fact: its type and data, where an absent field and an undefined one are the same. */
function plain(fact: unknown): unknown {
  const { type, data } = fact as Fact;
  return { type, data: JSON.parse(JSON.stringify(data)) as unknown };
}

import type { Mutant } from './mutant.js';

const FAULTS = 'src/unit/faults.ts';
const NOTHING = 'test/promises/08-nothing-stops.e2e.spec.ts';
const LARGEST = 'not the largest value that the broker takes: handled; and when it fails it is retried, then dead';

const TRIALS = 'src/consumer/trials.ts';
const DEADLY = 'test/promises/08-deadly-facts.e2e.spec.ts';
const GIVEN_UP =
  'not a fact that kills the process, in whichever way: it is given up after four deaths, everything else handled once';
const GIVEN_UP_AT_RETRY =
  'not a fact that kills the process when it is tried again: it is given up, and those behind it keep waiting';

export const nothingStops: readonly Mutant[] = [
  {
    name: 'a thrown thing is taken for an error',
    file: FAULTS,
    find: 'error instanceof Error ? `${error.name}: ${error.message}` : `thrown: ${String(error)}`',
    replace: '`${(error as Error).name}: ${(error as Error).message}`',
    test: NOTHING,
    fails: 'not a handler that throws undefined: retried, then dead',
  },
  {
    name: 'a thrown thing is turned into a text without care',
    file: FAULTS,
    find: "return 'thrown: an object that cannot become a text';",
    replace: "throw new TypeError('Cannot convert object to primitive value');",
    test: NOTHING,
    fails: 'not a handler that throws an object that cannot become a text: retried, then dead',
  },
  {
    name: 'an error is asked for its code without care',
    file: FAULTS,
    find: "catch {\n    return '';\n  }",
    replace: "catch {\n    throw new Error('no code');\n  }",
    test: NOTHING,
    fails: 'not a handler that throws an error that cannot be asked: retried, then dead',
  },
  {
    name: 'NUL stays in the text of an error',
    file: FAULTS,
    find: ".replaceAll('\\0', '\\\\0')",
    replace: '',
    test: NOTHING,
    fails: 'not a handler that throws a text with a NUL: retried, then dead',
  },
  {
    name: 'bytes that nobody can read are tried again',
    file: 'src/retry/failure.ts',
    find: ' || error instanceof UndecodableFact',
    replace: '',
    test: NOTHING,
    fails: 'not bytes that are no wire format: dead at once',
  },
  {
    name: 'a record that does not say which fact it is is skipped',
    file: 'src/inbox/heard-record.ts',
    find: 'if (ceType !== undefined && !(type && hears(type.type))) return undefined;',
    replace: 'if (!(type && hears(type.type))) return undefined;',
    test: NOTHING,
    fails: 'not a record without headers: dead at once',
  },
  {
    name: 'any event time is a day of the inbox',
    file: 'src/inbox/heard-record.ts',
    find: 'headers.time !== undefined && headers.time >= 0 && headers.time < YEAR_10000',
    replace: 'headers.time !== undefined',
    test: NOTHING,
    fails: 'not an event time that no calendar knows: handled as if it had none',
    byWaiting: true,
  },
  {
    name: 'retry and dead-letter topics take no more than the others',
    file: 'src/log/topics.ts',
    find: "...(maxMessageBytes === undefined ? {} : { 'max.message.bytes': String(maxMessageBytes) }),",
    replace: '',
    test: NOTHING,
    fails: LARGEST,
    byWaiting: true,
  },
  {
    name: 'a handler that never returns is waited for',
    file: 'src/unit/deadline.ts',
    find: 'const found = ticks < TICKS ? [] : late();',
    replace: 'const found = ticks > 0 ? [] : late();',
    test: 'test/hanging-handlers.e2e.spec.ts',
    fails: 'fails its fact only: whoever waits for its rows, and all others of the batch, are handled',
    byWaiting: true,
  },
  {
    name: 'a handler that never returned can go on',
    file: 'src/unit/view.ts',
    find: 'if (this.#holder.#ended || this.unit.over)',
    replace: 'if (this.unit.holding === undefined)',
    test: 'test/hanging-handlers.e2e.spec.ts',
    fails: 'can touch nothing when it goes on at last',
    byWaiting: true,
  },
  {
    name: 'nobody writes down that a unit begins',
    file: TRIALS,
    find: 'begun = await this.options.begun.begin(beginning);',
    replace: '',
    test: DEADLY,
    fails: GIVEN_UP,
  },
  {
    name: 'a unit that never ends is not heard one by one',
    file: TRIALS,
    find: 'const isCareful = begun.times >= CAREFUL_AT;',
    replace: 'const isCareful = false;',
    test: DEADLY,
    fails: GIVEN_UP,
  },
  {
    name: 'a fact that is heard alone is counted after its handler',
    file: TRIALS,
    find: 'if (!(await inPlace(write, wanted))) return false;',
    replace: 'if (await inPlace(() => hear([record]), wanted)) return inPlace(write, wanted);',
    test: DEADLY,
    fails: GIVEN_UP,
  },
  {
    name: 'what was heard alone is not committed before the next is begun',
    file: 'src/consumer/membership.ts',
    find: 'return this.#committer.flush();',
    replace: 'return Promise.resolve();',
    test: DEADLY,
    fails: GIVEN_UP,
  },
  {
    name: 'a unit counts as ended before its offset is committed',
    file: 'src/consumer/committer.ts',
    find: 'if (!this.#committing) return;',
    replace: 'if (this.#committing !== undefined) return;',
    test: DEADLY,
    fails: GIVEN_UP,
  },
  {
    name: 'a fact that kills the process when it is retried is run again and again',
    file: 'src/retry/retrying.ts',
    find: 'alone?.isDeadly ?',
    replace: 'alone === null ?',
    test: DEADLY,
    fails: GIVEN_UP_AT_RETRY,
  },
  {
    name: 'of a key that is retried, all facts are heard when one shall be heard alone',
    file: 'src/retry/retrying.ts',
    find: 'const most = alone ? 1 : OF_ONE_KEY;',
    replace: 'const most = OF_ONE_KEY;',
    test: DEADLY,
    fails: GIVEN_UP_AT_RETRY,
  },
  {
    name: 'nobody watches whether the process still does anything',
    file: '../observability/src/watchdog.ts',
    find: 'if (watching) return;',
    replace: 'if (!watching) return;',
    test: DEADLY,
    fails: GIVEN_UP,
    byWaiting: true,
  },
];

import type { Numbered } from './mutant.js';

const FLOW = 'src/effects/heard-flow.ts';
const CALLS = 'test/effects.e2e.spec.ts';
const FAIL = 'test/effects-fail.e2e.spec.ts';
const DRAIN = 'test/effects-drain.e2e.spec.ts';

const IN_ORDER = 'keep the order of their key, whose later facts wait, and delay no other key';
const IN_TIME = 'are aborted when they don’t end in time: nobody’s attempt, and called by the next instance';
const OUT_OF_REACH = 'wait in place when infrastructure is out of reach: nobody’s attempt, no other key’s delay';

/** Mistakes in the running of effects, each under the promise that it breaks. */
export const effects: readonly Numbered[] = [
  {
    promise: 2,
    name: 'effect: what another instance has marked as done is said again',
    file: 'src/effects/recording.ts',
    find: 'else if (fresh.has(heard.id)) {',
    replace: 'else {',
    test: DRAIN,
    fails: 'say once what two of them have done at the attempt 1',
  },
  {
    promise: 2,
    name: 'effect: a retry is settled though its fact is not the head any more',
    file: 'src/effects/retry-flow.ts',
    find: 'ours = tried.filter(({ fact }) => isHead(heads.get(fact.chain), fact));',
    replace: 'ours = tried;',
    test: DRAIN,
    fails: 'say once what two of them have done at the attempt 2',
  },
  {
    promise: 2,
    name: 'effect: a second copy of a fact that is on its way is not noticed',
    file: FLOW,
    find: '!isRepeated(id) && !copies.has(id) && ',
    replace: '',
    test: CALLS,
    fails: 'call once for a fact that stands in the log twice',
  },
  {
    promise: 3,
    name: 'effect: what stands behind a failed fact is run from what was read before',
    file: FLOW,
    find: "for (const piece of again) piece.state = 'unsure';",
    replace: '',
    test: FAIL,
    fails: IN_ORDER,
  },
  {
    promise: 3,
    name: 'effect: items of a key are begun at once',
    file: 'src/effects/lanes.ts',
    find: 'if (!lane.busy && lane.items.length === 1) this.#queue(lane);',
    replace: 'if (lane.items.length >= 1) this.#queue(lane);',
    test: 'src/effects/lanes.spec.ts',
    fails: 'begin every item once, those of a key in order and one at a time, at most so many at once',
  },
  {
    promise: 3,
    name: 'effect: the group changes hands while calls are under way',
    file: 'src/log/kafkajs/mending.ts',
    find: 'await assigner.joining?.();',
    replace: 'void assigner.joining?.();',
    test: DRAIN,
    fails: 'are waited for before another instance gets their keys',
  },
  {
    promise: 3,
    name: 'effect: a process that was stopped does not ask the clock',
    file: 'src/consumer/flowing.ts',
    find: 'holds: () => this.progress.silence < CERTAIN_MS',
    replace: 'holds: () => true',
    test: DRAIN,
    fails: 'begin no more in a process that was stopped for longer than a session: its keys are another’s by then',
  },
  {
    promise: 4,
    name: 'effect: offsets are committed past what is under way',
    file: 'src/effects/prefix.ts',
    find: 'while (this.#over[this.#before] === 1) this.#before += 1;',
    replace: 'this.#before = Math.max(this.#before, this.#over.lastIndexOf(1) + 1);',
    test: 'src/effects/prefix.spec.ts',
    fails: 'never passes a record that is not over, and passes all that are',
  },
  {
    promise: 5,
    name: 'effect: the next records are fetched when all calls have ended',
    file: FLOW,
    find: 'return isFew && records < MOST_RECORDS',
    replace: 'return isFew && records < 1',
    test: CALLS,
    fails: 'hold up no other key, whether of the same fetch or of later ones, while one takes long',
    byWaiting: true,
  },
  {
    promise: 8,
    name: 'effect: a handler that never ends is waited for',
    file: 'src/effects/call.ts',
    find: 'this.#timer = setTimeout(() => this.giveUp(), AFTER_DEADLINE_MS);',
    replace: '',
    test: CALLS,
    fails: 'have failed when they never end, and free their place',
    byWaiting: true,
  },
  {
    promise: 9,
    name: 'effect: infrastructure out of reach counts as an attempt',
    file: 'src/effects/performing.ts',
    find: 'isOutOfReach(ending.error)',
    replace: 'false',
    test: CALLS,
    fails: OUT_OF_REACH,
  },
  {
    promise: 9,
    name: 'effect: a call that this process has aborted counts as an attempt',
    file: 'src/effects/call.ts',
    find: "if (reason instanceof Stopped) return { kind: 'stopped' };",
    replace: '',
    test: DRAIN,
    fails: IN_TIME,
  },
  {
    promise: 10,
    name: 'effect: calls go on beginning while nothing can be written down',
    file: 'src/effects/patience.ts',
    find: 'return this.#canWrite && this.share.holds();',
    replace: 'return this.share.holds();',
    test: CALLS,
    fails: 'begin no more calls until it can: a crash would repeat them all',
  },
];

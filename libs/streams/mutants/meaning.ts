import type { Mutant } from './mutant.js';

const TESTS = { test: 'src/testing/test-streams.spec.ts' };
const WALK = { ...TESTS, file: 'src/task/walk.ts' };
const CLOSING = { ...TESTS, file: 'src/task/closing.ts' };
const HEIRS = {
  test: 'src/growing/heirs.spec.ts',
  fails: 'what grows counts every record once, or says once that it was late, in whatever order both read',
};
const RUNNER = { file: 'src/run/task-runner.ts', test: 'src/run/task-runner.spec.ts' };

/** Mistakes in what streams mean. */
export const meaning: Readonly<Record<string, readonly Mutant[]>> = {
  'Windows and stream time': [
    {
      ...WALK,
      name: 'a record counts at the very end of the grace',
      find: 'if (window.end > now - node.grace)',
      replace: 'if (window.end >= now - node.grace)',
      fails: 'takes a record as long as its end is after stream time less grace, and not at that time',
    },
    {
      ...WALK,
      name: 'stream time is the last record’s',
      find: 'Math.max(times[node.id] ?? 0, time, inherited?.timeOf(node.id) ?? 0)',
      replace: '(void inherited, time)',
      fails: 'takes a record as long as its end is after stream time less grace, and not at that time',
    },
    {
      ...WALK,
      name: 'late is silent',
      find: "this.outputs.push({ to: 'log', fact, id: this.#recordId(`${node.id} late`), time, because });",
      replace: 'void fact;',
      fails: 'takes a record as long as its end is after stream time less grace, and not at that time',
    },
    {
      ...TESTS,
      file: 'src/task/state.ts',
      name: 'windows are emitted as they came',
      find: 'return ends.flatMap((end) => this.#at(end).sort(compareCursors));',
      replace: 'return ends.flatMap((end) => this.#at(end));',
      fails: 'windows are emitted in the order of their ends, then of the bytes of their keys',
    },
    {
      ...TESTS,
      file: 'src/task/position.ts',
      name: 'keys are ordered as UTF-16',
      find: 'Buffer.compare(Buffer.from(a.key), Buffer.from(b.key))',
      replace: '(a.key < b.key ? -1 : a.key > b.key ? 1 : 0)',
      fails: 'windows are emitted in the order of their ends, then of the bytes of their keys',
    },
    {
      file: 'src/windows/zone.ts',
      name: 'the later of two offsets counts at midnight',
      find: 'candidates.find((instant) => instant + this.#offsetAt(instant) >= midnight) ?? candidates[1]!',
      replace: 'candidates[1]!',
      test: 'src/windows/calendar.spec.ts',
      fails: 'the day on which clocks are put on has 23 hours, the one on which they are put back 25',
    },
  ],
  'Idle closing': [
    {
      ...CLOSING,
      name: 'stream time moves on further than what is pending',
      find: 'Math.max(position.times[id] ?? 0, last + grace)',
      replace: 'Math.max(position.times[id] ?? 0, last + grace) + 60_000',
      fails: 'moves stream time on no further than that, once',
    },
    {
      ...RUNNER,
      name: 'the broker is not asked whether something waits',
      find: 'if (!(await this.#nothingWaits())) return;',
      replace: '',
      fails: 'not while the broker has something that it has not heard',
    },
    {
      ...RUNNER,
      name: 'quiet goes on while the broker is away',
      find: 'if (now - this.#heardAt > AWAY_MS) this.#quietSince = now;',
      replace: '',
      fails: 'not for the time in which the broker did not answer: quiet begins when it answers again',
    },
    {
      ...RUNNER,
      name: 'a broker that is out of reach proves that nothing waits',
      find: '          () => false,',
      replace: '          () => true,',
      fails: 'not while the broker is out of reach',
    },
  ],
  'Dead letters': [
    {
      ...RUNNER,
      name: 'the position does not wait for dead letters',
      find: 'if (this.#letters.length > 0) await bury(this.#letters.splice(0));',
      replace: 'if (this.#letters.length > 0) bury(this.#letters.splice(0)).catch(() => undefined);',
      fails: 'is not passed while its letter is not acknowledged',
    },
    {
      ...RUNNER,
      name: 'what was thrown as undefined is no failure',
      file: 'src/task/task.ts',
      find: 'return { node: walk.at, error };',
      replace: 'return error === undefined ? undefined : { node: walk.at, error };',
      fails: 'of a function that throws undefined is a letter, too',
    },
    {
      ...RUNNER,
      name: 'a result that can’t be said is lost without a trace',
      file: 'src/task/task.ts',
      find: 'if (failure) this.#lost.push({ ...failure, ...unsaid(output) });',
      replace: '',
      fails: 'a result that can’t be said is a letter with all that is left of it',
    },
  ],
  Growing: [
    {
      ...HEIRS,
      file: 'src/growing/heirs.ts',
      name: 'the larger application does not take over the stream time',
      find: 'return known.length === 0 ? undefined : Math.max(...known);',
      replace: 'return known.length < 0 ? 0 : undefined;',
    },
    {
      ...HEIRS,
      file: 'src/task/closing.ts',
      name: 'the larger application says what the old one has said',
      find: "if (isOver || emit !== 'closed') continue;",
      replace: "if (emit !== 'closed') continue;",
    },
    {
      ...HEIRS,
      file: 'src/task/walk.ts',
      name: 'the larger application judges what is late while the old one still does',
      find: 'if (!inherited.isOver(node.id, key, window.end)) this.#add(node, item, key, window);',
      replace: 'if (window.end > now - node.grace) this.#add(node, item, key, window);',
    },
  ],
  'What refuses to start': [
    {
      file: 'src/run/check-state.ts',
      test: 'test/starting.e2e.spec.ts',
      name: 'state in postgres is not looked at',
      find: 'if (other) throw',
      replace: "if (other?.id === '') throw",
      fails: 'when it keeps state in postgres, and its windows are others',
    },
    {
      file: 'src/run/check.ts',
      test: 'test/starting.e2e.spec.ts',
      name: 'state is stamped with the declared partition counts',
      find: 'fingerprint: fingerprint(topology, shape) };',
      replace: 'fingerprint: fingerprint(topology, declared) };',
      fails: 'when it keeps state in postgres, and a topic that it reads has more partitions',
    },
    {
      file: 'src/run/check.ts',
      test: 'test/starting.e2e.spec.ts',
      name: 'any cleanup policy will do',
      find: 'if (policy !== undefined && policy !== wanted)',
      replace: "if (policy === '' && policy !== wanted)",
      fails: 'when its changelog has a cleanup policy by which state would be lost',
    },
  ],
  Tables: [
    {
      ...WALK,
      name: 'a snapshot does not count where nothing is known live',
      find: 'const row = live === undefined ? this.state.row(snapshotStore(table), item.key) : live;',
      replace: 'const row = live ?? (snapshotStore(table) === table ? live : undefined);',
      fails: 'preload into two stores: the snapshot counts again where what was said live is forgotten',
    },
  ],
};

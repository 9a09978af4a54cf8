import type { Mutant } from './mutant.js';

const PROGRESS = 'src/consumer/progress.ts';
const MEMBERSHIP = 'src/consumer/membership.ts';
const STOP = 'test/promises/10-stop.e2e.spec.ts';
const READY = 'src/consumer/progress.spec.ts';

const STOPPED = 'ends what is in hand, commits it and is out of the group when the service has stopped';

export const stops: readonly Mutant[] = [
  {
    name: 'a stop does not wait for its commits',
    file: 'src/consumer/committer.ts',
    find: 'while (this.#committing) {',
    replace: 'while (this.#committing === undefined) {',
    test: STOP,
    fails: STOPPED,
  },
  {
    name: 'a consumer that stops stays in its group',
    file: MEMBERSHIP,
    find: 'await this.#consumer.stop();',
    replace: '',
    test: STOP,
    fails: STOPPED,
  },
  {
    name: 'a service does not wait for its consumers',
    file: 'src/service/runtime.ts',
    find: 'await Promise.all(this.#consumers.map((consumer) => consumer.stop()));',
    replace: 'void Promise.all(this.#consumers.map((consumer) => consumer.stop()));',
    test: STOP,
    fails: STOPPED,
  },
  {
    name: 'a broker that has fallen silent is not noticed',
    file: PROGRESS,
    find: 'if (this.silence > SILENCE_MS)',
    replace: 'if (this.silence < 0)',
    test: READY,
    fails: 'until the broker has been silent for more than 10 s, and when it answers again',
  },
  {
    name: 'a unit that does not end is not noticed while others do',
    file: PROGRESS,
    find: 'const oldest = Math.min(...this.#units.values());',
    replace: 'const oldest = Math.max(...this.#units.values(), this.#lastProgress ?? 0);',
    test: READY,
    fails: 'until it has been at work on the same records for 30 s, though the broker answers and other units end',
  },
  {
    name: 'what waits in place is ready',
    file: PROGRESS,
    find: 'if (this.#waiting !== null) return',
    replace: 'if (this.#partitions < 0) return',
    test: READY,
    fails: 'unless something waits in place, at once and for as long as it does',
  },
];

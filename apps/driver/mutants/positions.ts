import type { Mutant } from '@ride/testing';

const BATCH = 'src/position-batch.ts';
const CONTROLLER = 'src/position.controller.ts';
const SPEC = 'src/position-batch.spec.ts';
const E2E = 'test/positions.e2e.spec.ts';

export const positions: readonly Mutant[] = [
  {
    name: 'a point that can’t be used is taken for one of now',
    file: BATCH,
    find: "if (point === undefined) drop('invalid_point');",
    replace: 'if (point === undefined) return;',
    test: SPEC,
    fails: 'that has no latitude is dropped, and those beside it are taken',
  },
  {
    name: 'a clock may be ahead by as much as it likes',
    file: BATCH,
    find: 'time > now + AHEAD_MS',
    replace: 'time > Infinity',
    test: SPEC,
    fails: 'is in the future when the clock is ahead by more than 5 s, and hides none that come after it',
  },
  {
    name: 'a point that counts for nobody is brought into the log',
    file: BATCH,
    find: 'time < now - freshMs',
    replace: 'time < 0',
    test: SPEC,
    fails: 'is too late when it is no longer fresh',
  },
  {
    name: 'points go backwards in time',
    file: BATCH,
    find: 'time <= (taken.at(-1)?.time ?? -Infinity)',
    replace: 'time < 0',
    test: SPEC,
    fails: 'is out of order when it is not newer than one before it',
  },
  {
    name: 'a batch that is sent again is said again',
    file: BATCH,
    find: 'known === null || time > known',
    replace: 'known !== 0',
    test: SPEC,
    fails: 'is taken without what is not newer than what is known of the driver',
  },
  {
    name: 'a clock that is ahead hides what comes next',
    file: CONTROLLER,
    find: 'time: time - ahead,',
    replace: 'time,',
    test: E2E,
    fails: 'of a clock that is a little ahead are of now, and stay in order',
  },
  {
    name: 'what could not be brought into the log is known when it is sent again',
    file: CONTROLLER,
    find: 'await this.newest.takeBack(driverId, time, known);',
    replace: '',
    test: E2E,
    fails: 'that were not brought into the log are news when they are sent again',
  },
];

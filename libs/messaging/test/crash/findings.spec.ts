import { idOf, type Fact } from './facts.js';
import { breachesOf, repeatsIn, type KeyFound } from './findings.js';

const said: readonly Fact[] = [
  { key: 3, number: 0, kind: 'plain' },
  { key: 3, number: 1, kind: 'late' },
  { key: 3, number: 2, kind: 'hopeless' },
];
const [first, second, third] = said.map(idOf) as [string, string, string];
const call = (event: string) => ({ event, idempotencyKey: event });
const asItShould: KeyFound = {
  handled: [0, 1],
  answersOfHandler: [0, 1],
  answersOfEffect: [0, 1, 2],
  calls: [call(first), call(second), call(first), call(second), call(third)],
  dead: [third],
};

describe('what became of a key', () => {
  it('is as it should be when each was handled once, in order, and calls are repeated', () => {
    expect(breachesOf(said, asItShould)).toEqual([]);
    expect(repeatsIn(asItShould.calls)).toBe(2);
  });
  it.each<[string, Partial<KeyFound>, string]>([
    ['a lost fact', { handled: [0] }, 'key 3: handled: 1 never'],
    ['a fact that was handled twice', { handled: [0, 1, 1] }, 'key 3: handled: 1 more than once'],
    ['facts that were handled out of order', { handled: [1, 0] }, 'key 3: handled: 0 after a later one'],
    ['a dead fact that was handled', { handled: [0, 1, 2] }, 'key 3: handled: 2 which was never said'],
    ['a lost answer', { answersOfHandler: [1] }, 'key 3: heard that it was handled: 0 never'],
    [
      'an answer of a call twice',
      { answersOfEffect: [0, 0, 1, 2] },
      'key 3: heard that there was a call: 0 more than once',
    ],
    [
      'a call before an earlier one',
      { calls: [second, first, third].map(call) },
      `key 3: called, repeats left out: ${first} after a later one`,
    ],
    [
      'a call that was never made',
      { calls: [first, second].map(call) },
      `key 3: called, repeats left out: ${third} never`,
    ],
    [
      'another idempotency key',
      { calls: [...asItShould.calls, { event: third, idempotencyKey: first }] },
      `key 3: ${third} was called under the key ${first}`,
    ],
    ['a dead fact that is not listed', { dead: [] }, `key 3: dead, and listed: ${third} never`],
  ])('tells of %s', (_, wrong, words) => {
    expect(breachesOf(said, { ...asItShould, ...wrong })).toEqual([words]);
  });
});

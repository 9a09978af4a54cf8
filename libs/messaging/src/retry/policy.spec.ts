import * as fc from 'fast-check';
import { waitAfter } from './policy.js';

const policy = { backoff: [1_000, 5_000, 30_000, 300_000], whenDead: 'hold' } as const;

describe('the backoff', () => {
  it('grows with every failed attempt and ends after the last', () => {
    expect([1, 2, 3, 4, 5].map((attempts) => waitAfter(policy, attempts, 0))).toEqual([
      1_000,
      5_000,
      30_000,
      300_000,
      null,
    ]);
  });
  it('is never shorter than it says, and at most a fifth longer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, random) => {
        const least = policy.backoff[attempts - 1]!;
        const wait = waitAfter(policy, attempts, random)!;
        expect(wait).toBeGreaterThanOrEqual(least);
        expect(wait).toBeLessThanOrEqual(least * 1.2);
      }),
    );
  });
});

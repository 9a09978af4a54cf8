import fc from 'fast-check';
import { hopping, tumbling } from './fixed.js';

const time = fc.integer({ min: 0, max: 4_102_444_800_000 });
const size = fc.integer({ min: 1, max: 10_000_000 });

describe('windows of a fixed size', () => {
  it('tumbling: each time is in exactly one, which begins at a multiple of its size', () => {
    fc.assert(
      fc.property(time, size, (at, of) => {
        const windows = tumbling(of).of(at, null);
        expect(windows).toHaveLength(1);
        const [{ start, end }] = windows as [{ start: number; end: number }];
        expect([start % of, end - start, start <= at && at < end]).toEqual([0, of, true]);
      }),
    );
  });

  it('hopping: exactly those that hold the time, in the order of their starts', () => {
    const sizes = fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 400 }))
      .map(([a, b]) => [a, a + b] as const);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), sizes, (at, [advance, of]) => {
        const starts = [];
        for (let start = 0; start <= at; start += advance) if (at < start + of) starts.push(start);
        expect(
          hopping(of, advance)
            .of(at, null)
            .map(({ start }) => start),
        ).toEqual(starts);
        expect(
          hopping(of, advance)
            .of(at, null)
            .every(({ start, end }) => end - start === of),
        ).toBe(true);
      }),
    );
  });

  it.each([
    [0, 0],
    [10, 0],
    [10, 11],
    [10, 2.5],
    [NaN, 1],
  ])('refuses %d ms every %d ms', (of, advance) => {
    expect(() => hopping(of, advance)).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import type { LogBatch } from '../log/port.js';
import { Prefix, type Slice } from './prefix.js';

/** A fetch of so many records of 10 bytes; behind them a control record, as a transaction leaves it. */
const batch = (partition: number, from: number, count: number): LogBatch =>
  ({
    topic: 't',
    partition,
    records: Array.from({ length: count }, (_, i) => ({ offset: String(from + i), value: Buffer.alloc(10) })),
    lastOffset: String(from + count),
  }) as unknown as LogBatch;

describe('the done prefix of a partition', () => {
  it('never passes a record that is not over, and passes all that are', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(sizes, fc.infiniteStream(fc.nat()), (slices, picks) => {
        const prefix = new Prefix();
        const open: { readonly slice: Slice; readonly index: number; readonly offset: number }[] = [];
        let end = 0;
        for (const count of slices) {
          const slice = prefix.add(batch(0, end, count));
          for (let index = 0; index < count; index++) open.push({ slice, index, offset: end + index });
          end += count + 1;
        }
        let stands = 0;
        for (const pick of picks) {
          if (open.length === 0) break;
          const [{ slice, index }] = open.splice(pick % open.length, 1) as [(typeof open)[number]];
          slice.over(index);
          const [moved] = prefix.moved();
          if (moved) stands = Number(moved.offset);
          const first = Math.min(end, ...open.map(({ offset }) => offset));
          // A control record in front of the first open one may stay for later.
          expect(first - stands).toBeGreaterThanOrEqual(0);
          expect(first - stands).toBeLessThanOrEqual(first === end ? 0 : 1);
        }
        expect(prefix.held).toEqual({ records: 0, bytes: 0 });
      }),
    );
  });

  it('keeps partitions apart, and tells each move once', () => {
    const prefix = new Prefix();
    const [a, b] = [prefix.add(batch(1, 0, 2)), prefix.add(batch(2, 0, 2))];
    expect(prefix.moved()).toEqual([]);
    a.over(0);
    b.over(1);
    expect(prefix.moved()).toEqual([{ topic: 't', partition: 1, offset: '1' }]);
    expect(prefix.moved()).toEqual([]);
    b.over(0);
    expect(prefix.moved()).toEqual([{ topic: 't', partition: 2, offset: '3' }]);
    expect(prefix.held).toEqual({ records: 2, bytes: 20 });
  });
});

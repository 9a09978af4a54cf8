import fc from 'fast-check';
import type { Letter } from './outbox-row.js';
import { partitionNameOf, sendsOf } from './sends.js';

const letter = (id: number, partition: number, size: number): Letter => ({
  row: { id: String(id), bucket: 0, topic: 't', key: Buffer.alloc(0), headers: Buffer.alloc(0), value: null },
  record: { topic: 't', partition, key: null, value: null, headers: [] },
  size,
});

describe('sends', () => {
  const letters = fc
    .array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 150 })), { maxLength: 60 })
    .map((given) => given.map(([partition, size], id) => letter(id, partition, size)));

  it('hold every letter once, and those of a partition in order', () => {
    fc.assert(
      fc.property(letters, (all) => {
        const sent = [...sendsOf(all, 100)].flat();
        for (let partition = 0; partition < 4; partition += 1) {
          const of = (some: readonly Letter[]): Letter[] => some.filter(({ record }) => record.partition === partition);
          expect(of(sent)).toEqual(of(all));
        }
      }),
    );
  });

  it('hold no more of a partition than the limit, unless one letter alone is larger', () => {
    fc.assert(
      fc.property(letters, (all) => {
        for (const send of sendsOf(all, 100))
          for (const of of Map.groupBy(send, partitionNameOf).values())
            expect(of.length === 1 || of.reduce((sum, { size }) => sum + size, 0) <= 100).toBe(true);
      }),
    );
  });
});

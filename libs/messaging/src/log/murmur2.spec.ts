import fc from 'fast-check';
import kafkajs from 'kafkajs';
import { partitionOf } from './murmur2.js';

describe('the partition of a key', () => {
  const theirs = kafkajs.Partitioners.DefaultPartitioner();
  const partitionMetadata = Array.from({ length: 12 }, (_, partitionId) => ({
    partitionId,
    leader: 0,
    partitionErrorCode: 0,
    replicas: [0],
    isr: [0],
  }));

  it('is the one that kafkajs and the Java client choose', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const key = Buffer.from(bytes);
        const expected = theirs({ topic: 't', partitionMetadata, message: { key, value: null } });
        expect(partitionOf(key, 12)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

const SEED = 0x9747b28c;
const M = 0x5bd1e995;

/** The partition of a key as Kafka's Java client computes it (murmur2, 32 bit). */
export function partitionOf(key: Buffer, partitions: number): number {
  const { length } = key;
  let h = SEED ^ length;
  const whole = length & ~3;
  for (let i = 0; i < whole; i += 4) {
    let k = Math.imul(key.readInt32LE(i), M);
    k ^= k >>> 24;
    h = Math.imul(h, M) ^ Math.imul(k, M);
  }
  const rest = length & 3;
  if (rest > 0) {
    for (let i = rest - 1; i >= 0; i -= 1) h ^= (key[whole + i] ?? 0) << (8 * i);
    h = Math.imul(h, M);
  }
  h ^= h >>> 13;
  h = Math.imul(h, M);
  h ^= h >>> 15;
  return (h & 0x7fffffff) % partitions;
}

import type { Letter } from './outbox-row.js';

/** Kafka takes 1,048,588 bytes for one partition at once; a send that is refused for its size must be taken apart. */
export const BYTES_PER_PARTITION = 500_000;

/**
 * Splits letters into sends, none with more than `limit` bytes for one partition unless a single letter is larger.
 * Letters of one partition keep their order, within a send and from one send to the next.
 */
export function* sendsOf(letters: readonly Letter[], limit = BYTES_PER_PARTITION): Generator<readonly Letter[]> {
  let left = letters;
  while (left.length > 0) {
    const bytes = new Map<string, number>();
    const send: Letter[] = [];
    const later: Letter[] = [];
    for (const letter of left) {
      const partition = partitionNameOf(letter);
      const used = bytes.get(partition) ?? 0;
      if (used > 0 && used + letter.size > limit) {
        bytes.set(partition, Infinity);
        later.push(letter);
      } else {
        bytes.set(partition, used + letter.size);
        send.push(letter);
      }
    }
    yield send;
    left = later;
  }
}

export const partitionNameOf = ({ record }: Letter): string => `${record.topic}/${record.partition}`;

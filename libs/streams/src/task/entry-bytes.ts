import type { Delta } from './entry.js';

/**
 * The key of an entry in a changelog and on disk: `e`, the store's name (its length in one byte before it), end and start (doubles,
 * big-endian: none is negative, so their bytes are in the order of the numbers), the key in UTF-8.
 */
export function entryKey({ store, end, start, key }: Omit<Delta, 'value'>): Buffer {
  const bytes = Buffer.allocUnsafe(18 + store.length + Buffer.byteLength(key));
  bytes[0] = ENTRY;
  bytes[1] = store.length;
  let at = 2 + bytes.write(store, 2, 'latin1');
  at = bytes.writeDoubleBE(end, at);
  at = bytes.writeDoubleBE(start, at);
  bytes.write(key, at);
  return bytes;
}

/** The first byte of every entry's key. */
export const ENTRY = 0x65;

/** The inverse; no value is a deletion. */
export function entryOf(bytes: Buffer, value: Buffer | null): Delta {
  const at = 2 + bytes[1]!;
  return {
    store: bytes.toString('latin1', 2, at),
    end: bytes.readDoubleBE(at),
    start: bytes.readDoubleBE(at + 8),
    key: bytes.toString('utf8', at + 16),
    value: value === null ? undefined : (JSON.parse(value.toString()) as unknown),
  };
}

export function valueBytes(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

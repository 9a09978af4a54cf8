import type { Header } from './port.js';

/**
 * Headers as one column of bytes: for each header the length of its name (2 bytes), the name (UTF-8), the length of
 * its value (4 bytes) and the value. Order and repetition are kept, which neither jsonb nor hstore does.
 * Throws a RangeError for a name longer than 65,535 bytes.
 */
export const encodeHeaders = (headers: readonly Header[]): Buffer => {
  let size = 0;
  for (const [name, value] of headers) size += 6 + Buffer.byteLength(name) + value.length;
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  for (const [name, value] of headers) {
    const length = bytes.write(name, at + 2);
    bytes.writeUInt16BE(length, at);
    at += 2 + length;
    bytes.writeUInt32BE(value.length, at);
    at += 4 + value.copy(bytes, at + 4);
  }
  return bytes;
};

/** The same for values that are texts, in one go: the headers of every fact that is said. */
export const encodeHeaderTexts = (headers: readonly (readonly [name: string, value: string])[]): Buffer => {
  let most = 0;
  // Three bytes a UTF-16 unit at the most.
  for (const [name, value] of headers) most += 6 + 3 * (name.length + value.length);
  if (scratch.length < most) scratch = Buffer.allocUnsafe(most);
  let at = 0;
  for (const [name, value] of headers) {
    const nameLength = scratch.write(name, at + 2);
    scratch.writeUInt16BE(nameLength, at);
    at += 2 + nameLength;
    const valueLength = scratch.write(value, at + 4);
    scratch.writeUInt32BE(valueLength, at);
    at += 4 + valueLength;
  }
  return Buffer.from(scratch.subarray(0, at));
};
let scratch = Buffer.allocUnsafe(4_096);

/** The inverse of encodeHeaders; values share the memory of `bytes`. Throws a RangeError for anything else. */
export const decodeHeaders = (bytes: Buffer): Header[] => {
  const headers: Header[] = [];
  let at = 0;
  const take = (length: number): number => {
    const start = at;
    at += length;
    if (at > bytes.length) throw new RangeError('these bytes are not headers: they end too early');
    return start;
  };
  while (at < bytes.length) {
    const nameLength = bytes.readUInt16BE(take(2));
    const name = bytes.toString('utf8', take(nameLength), at);
    const valueLength = bytes.readUInt32BE(take(4));
    headers.push([name, bytes.subarray(take(valueLength), at)]);
  }
  return headers;
};

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

/** The same for values that are texts: of every fact that is said. As a rule all is ASCII, and goes in one write. */
export const encodeHeaderTexts = (headers: readonly (readonly [name: string, value: string])[]): Buffer => {
  let bytes = '';
  for (const [name, value] of headers) {
    if (value.length > 255 || !ASCII.test(value) || !ASCII.test(name))
      return encodeHeaders(headers.map(([name, value]) => [name, Buffer.from(value)]));
    bytes += `${beforeValue(name)}${BYTES[value.length]}${value}`;
  }
  return Buffer.from(bytes, 'latin1');
};
const ASCII = /^[ -~]*$/;
const BYTES = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));

/** Length and name of a header, and the first three bytes of its value's length, which are 0. */
function beforeValue(name: string): string {
  const known = beforeValues.get(name);
  if (known !== undefined) return known;
  const made = `${BYTES[name.length >>> 8]}${BYTES[name.length & 255]}${name}\0\0\0`;
  if (beforeValues.size < 100) beforeValues.set(name, made);
  return made;
}
const beforeValues = new Map<string, string>();

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

/** Headers in the form of encodeHeaders, to be copied into a record as they are. Throws a RangeError for anything else. */
export class StoredHeaders {
  readonly count: number;

  constructor(readonly bytes: Buffer) {
    let count = 0;
    for (let at = 0; at < bytes.length; count++) {
      at += 2 + bytes.readUInt16BE(at);
      at += 4 + bytes.readUInt32BE(at);
      if (at > bytes.length) throw new RangeError('these bytes are not headers: they end too early');
    }
    this.count = count;
  }

  pairs(): Header[] {
    return decodeHeaders(this.bytes);
  }
}

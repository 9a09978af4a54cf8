import type { Header } from '../log/port.js';

const HEX = /^0x([0-9a-f]{2})*$/i;
/** Text that a terminal shows as it is: no control characters, nothing that was no UTF-8. */
const SHOWABLE = /^[^\p{Cc}\uFFFD]*$/u;

/** Bytes for people: as text when they are text, else `0x` and their hex digits. */
export function readable(bytes: Buffer): string {
  const text = bytes.toString();
  return SHOWABLE.test(text) && !HEX.test(text) ? text : `0x${bytes.toString('hex')}`;
}

/** The inverse of `readable`. */
export function bytesOf(text: string): Buffer {
  return HEX.test(text) ? Buffer.from(text.slice(2), 'hex') : Buffer.from(text);
}

export function readableHeaders(headers: readonly Header[]): { readonly name: string; readonly value: string }[] {
  return headers.map(([name, value]) => ({ name, value: readable(value) }));
}

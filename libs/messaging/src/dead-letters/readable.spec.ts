import * as fc from 'fast-check';
import { bytesOf, readable } from './readable.js';

describe('bytes for people', () => {
  it('are text when they are text, else hex', () => {
    expect(readable(Buffer.from('ride-1'))).toBe('ride-1');
    expect(readable(Buffer.from('größer'))).toBe('größer');
    expect(readable(Buffer.from([0, 1, 255]))).toBe('0x0001ff');
    expect(readable(Buffer.from('a\nb'))).toBe('0x610a62');
    expect(readable(Buffer.from('\u001b[31m'))).toMatch(/^0x/);
  });
  it('lead back to the same bytes, also when the text looks like hex', () => {
    expect(bytesOf(readable(Buffer.from('0xff')))).toEqual(Buffer.from('0xff'));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.string().map((text) => Buffer.from(text)),
        ),
        (given) => {
          const bytes = Buffer.from(given);
          expect(bytesOf(readable(bytes))).toEqual(bytes);
        },
      ),
    );
  });
});

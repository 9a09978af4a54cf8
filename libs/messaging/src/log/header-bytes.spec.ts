import fc from 'fast-check';
import { decodeHeaders, encodeHeaders, encodeHeaderTexts, StoredHeaders } from './header-bytes.js';
import type { Header } from './port.js';

describe('header bytes', () => {
  it('keep order, repetition and bytes', () => {
    const headers: Header[] = [
      ['b', Buffer.from('1')],
      ['10', Buffer.from([0, 255, 128])],
      ['b', Buffer.alloc(0)],
      ['9', Buffer.from('größe')],
      ['', Buffer.from('no name')],
      ['b', Buffer.from('2')],
    ];
    expect(decodeHeaders(encodeHeaders(headers))).toEqual(headers);
  });

  it('come back as they went, whatever they are', () => {
    const header = fc.tuple(
      fc.string({ unit: 'grapheme' }),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    );
    fc.assert(
      fc.property(fc.array(header), (headers) => {
        expect(decodeHeaders(encodeHeaders(headers))).toEqual(headers);
      }),
    );
  });

  it('are the same when the values are given as texts', () => {
    const header = fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', maxLength: 300 }));
    fc.assert(
      fc.property(fc.array(header), (headers) => {
        const asBytes = headers.map(([name, value]): Header => [name, Buffer.from(value)]);
        expect(encodeHeaderTexts(headers)).toEqual(encodeHeaders(asBytes));
      }),
    );
  });

  it('are counted without being taken apart, and refused when they are none', () => {
    const bytes = encodeHeaders([
      ['a', Buffer.alloc(0)],
      ['ce_id', Buffer.from('x')],
    ]);
    expect(new StoredHeaders(bytes).count).toBe(2);
    for (const cut of [1, 2, 5, 8, bytes.length - 1])
      expect(() => new StoredHeaders(bytes.subarray(0, cut))).toThrow(/bounds|too early|out of range/);
  });

  it('refuse bytes that are not headers', () => {
    const bytes = encodeHeaders([['ce_id', Buffer.from('x')]]);
    expect(() => decodeHeaders(bytes.subarray(0, bytes.length - 1))).toThrow(RangeError);
    expect(() => decodeHeaders(Buffer.from([0]))).toThrow(RangeError);
  });
});

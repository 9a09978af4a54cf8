import fc from 'fast-check';
import { encodeHeaders } from '../log/header-bytes.js';
import { sampledContextOf } from './told-sends.js';

const headers = (traceparent?: string) =>
  encodeHeaders([
    ['ce_id', Buffer.from('01a21090-c27b-732f-aaad-b14a9b9a3229')],
    ...(traceparent === undefined ? [] : [['traceparent', Buffer.from(traceparent)] as const]),
    ['tracestate', Buffer.from('vendor=opaque')],
  ]);

describe('the context in stored headers', () => {
  it('is found when its flags, which are hexadecimal, say that it is sampled', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), (flags) => {
        const context = `00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-${flags.toString(16).padStart(2, '0')}`;
        expect(sampledContextOf(headers(context))).toBe(flags % 2 === 1 ? context : undefined);
      }),
    );
  });

  it('is not found where there is none, or of another length', () => {
    expect(sampledContextOf(headers())).toBeUndefined();
    expect(sampledContextOf(headers('00-1'))).toBeUndefined();
    expect(sampledContextOf(Buffer.alloc(0))).toBeUndefined();
  });
});

import { childOf, newTraceparent, traceIdOf } from './trace.js';

const example = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'; // from the recommendation

describe('trace context', () => {
  it('begins a trace', () => {
    expect(traceIdOf(newTraceparent())).toMatch(/^[0-9a-f]{32}$/);
    expect(newTraceparent()).not.toBe(newTraceparent());
  });
  it('goes on in the same trace with another span and the same flags', () => {
    expect(childOf(example)).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01$/);
    expect(childOf(example)).not.toBe(example);
  });
  it.each([undefined, '', 'nonsense', example.toUpperCase(), `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`])(
    'begins anew when it gets %p',
    (malformed) => expect(childOf(malformed)).toMatch(/^00-(?!4bf9)[0-9a-f]{32}-[0-9a-f]{16}-00$/),
  );
});

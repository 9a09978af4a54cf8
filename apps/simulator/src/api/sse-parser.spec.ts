import fc from 'fast-check';
import { SseParser } from './sse-parser.js';

const all = (text: string, parser = new SseParser()) => parser.push(text);

describe('SseParser', () => {
  it('reads events with their type and data', () => {
    expect(all('id: 1\nevent: offer.made\ndata: {"a":1}\n\n')).toEqual([{ type: 'offer.made', data: '{"a":1}' }]);
  });
  it('joins lines of data, and calls what has no type a message', () => {
    expect(all('data: a\ndata:b\ndata\n\n')).toEqual([{ type: 'message', data: 'a\nb\n' }]);
  });
  it('takes one space after the colon away, and no more', () => {
    expect(all('data:  a\n\n')).toEqual([{ type: 'message', data: ' a' }]);
  });
  it('passes over comments, unknown fields and events without data', () => {
    expect(all(':\n\nfoo: bar\n\nevent: x\n\ndata: 1\n\n')).toEqual([{ type: 'message', data: '1' }]);
  });
  it('remembers the id of the last complete event', () => {
    const parser = new SseParser('4');
    parser.push('id: 5\ndata: a\n\nid: 6\ndata: b\n');
    expect(parser.lastEventId).toBe('5');
    parser.push('\n');
    expect(parser.lastEventId).toBe('6');
  });
  it('drops what a broken connection left unfinished', () => {
    const parser = new SseParser();
    parser.push('id: 5\ndata: a\n\nid: 6\nevent: x\ndata: lo');
    parser.reset();
    expect(parser.push('data: new\n\n')).toEqual([{ type: 'message', data: 'new' }]);
    expect(parser.lastEventId).toBe('5');
  });
  it('reads how long to wait before the next connection', () => {
    const parser = new SseParser();
    parser.push('retry: 1500\n\nretry: soon\n\n');
    expect(parser.retryMs).toBe(1500);
  });
  it('reads the same however the text is cut and whichever line ends it has', () => {
    const text = ':hello\n\nretry: 10\n\nid: 1\nevent: a\ndata: one\ndata: two\n\nid: 2\ndata: three\n\n';
    const whole = all(text);
    const cuts = fc.array(fc.nat(text.length * 2), { maxLength: 20 });
    fc.assert(
      fc.property(cuts, fc.constantFrom('\n', '\r\n', '\r'), (places, end) => {
        const ended = `\uFEFF${text.replaceAll('\n', end)}x`;
        const parser = new SseParser();
        const sorted = [0, ...places.sort((a, b) => a - b), ended.length];
        const events = sorted.flatMap((from, n) => parser.push(ended.slice(from, sorted[n + 1] ?? ended.length)));
        expect(events).toEqual(whole);
      }),
    );
  });
});

import fc from 'fast-check';
import { LiveStream, PAGE, type LiveUpdate } from './live-stream.js';

const update = (number: number): LiveUpdate => ({ number, type: 'offer.made', data: { n: number } });

/** A person's updates as the database has them, and a reader that may be slow. */
function setUp(until?: number) {
  const stored: LiveUpdate[] = [];
  const texts: string[] = [];
  const reads: number[] = [];
  let full = false;
  let drained: (() => void) | undefined;
  const over: string[] = [];
  const out = {
    end: () => over.push('end'),
    destroy: () => over.push('destroy'),
    write: (text: string) => {
      texts.push(text);
      return !full;
    },
    once: (_: 'drain', then: () => void) => (drained = then),
  };
  const readAfter = async (after: number) => {
    reads.push(after);
    await new Promise((resolve) => setImmediate(resolve));
    return stored.filter(({ number }) => number > after).slice(0, PAGE);
  };
  const stream = new LiveStream(out, readAfter, until);
  return {
    stream,
    over,
    reads,
    store: (upTo: number) => {
      for (let n = stored.length + 1; n <= upTo; n++) stored.push(update(n));
    },
    sent: () => texts.flatMap((text) => (/^id: (\d+)\n/.exec(text)?.[1] ?? '').match(/\d+/g) ?? []).map(Number),
    texts,
    fill: () => (full = true),
    drain: async () => {
      full = false;
      drained?.();
      for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('a live stream', () => {
  it('writes what follows at once, without the database, as an event with its number', async () => {
    const { stream, texts, reads } = setUp();
    await stream.begin(6, false);
    await stream.offer(update(7));
    expect(texts).toEqual(['id: 7\nevent: offer.made\ndata: {"n":7}\n\n']);
    expect(reads).toEqual([]);
  });
  it('reads what came before it was opened', async () => {
    const { stream, store, sent } = setUp();
    store(PAGE + 5);
    await stream.begin(2, true);
    expect(sent()).toEqual(upTo(PAGE + 5).slice(2));
  });
  it('fills a gap from the database, in order', async () => {
    const { stream, store, sent } = setUp();
    await stream.begin(0, false);
    store(3);
    await stream.offer(update(3));
    expect(sent()).toEqual([1, 2, 3]);
  });
  it('doesn’t look again for what is not kept', async () => {
    const { stream, reads, sent } = setUp();
    await stream.begin(0, false);
    await stream.isAt(3);
    await stream.isAt(3);
    expect(reads).toEqual([0]);
    await stream.offer(update(4));
    expect(sent()).toEqual([4]);
  });
  it('writes none twice', async () => {
    const { stream, store, sent } = setUp();
    store(2);
    await stream.begin(0, true);
    await stream.offer(update(1));
    await stream.offer(update(2));
    expect(sent()).toEqual([1, 2]);
  });
  it('misses nothing that comes while it is being opened', async () => {
    const { stream, store, sent } = setUp();
    store(1);
    await stream.offer(update(1));
    await stream.begin(0, false);
    expect(sent()).toEqual([1]);
  });
  it('finds by a look at the counter what nobody told it', async () => {
    const { stream, store, sent, reads } = setUp();
    await stream.begin(0, false);
    store(2);
    await stream.isAt(2);
    await stream.isAt(2);
    expect(sent()).toEqual([1, 2]);
    expect(reads).toEqual([0]);
  });
  it('holds nothing for a slow reader, and goes on from the database when it is ready', async () => {
    const { stream, store, sent, fill, drain } = setUp();
    await stream.begin(0, false);
    fill();
    store(50);
    for (const n of upTo(50)) await stream.offer(update(n));
    expect(sent()).toEqual([1]);
    await drain();
    expect(sent()).toEqual(upTo(50));
  });
  it('is cut when its reader has read nothing for a whole beat, not when they are slow for a moment', async () => {
    const { stream, over, fill, drain } = setUp();
    await stream.begin(0, false);
    fill();
    await stream.offer(update(1));
    stream.beat();
    await drain();
    stream.beat();
    expect(over).toEqual([]);
    fill();
    await stream.offer(update(2));
    stream.beat();
    stream.beat();
    expect(over).toEqual(['destroy']);
  });
  it('ends with its reader’s token', async () => {
    const { stream, over } = setUp(1_000);
    await stream.begin(0, false);
    stream.beat(999);
    expect(over).toEqual([]);
    stream.beat(1_000);
    expect(over).toEqual(['end']);
  });
  it('lets pass what is not numbered, between those that are', async () => {
    const { stream, texts, sent } = setUp();
    const passing = { type: 'driver.moved', data: { n: 0 } };
    stream.pass(passing);
    await stream.begin(0, false);
    await stream.offer(update(1));
    stream.pass(passing);
    await stream.offer(update(2));
    expect(texts[1]).toBe('event: driver.moved\ndata: {"n":0}\n\n');
    expect(texts).toHaveLength(3);
    expect(sent()).toEqual([1, 2]);
  });
  it('lets nothing pass for a slow reader, and goes on with the numbered ones when it is ready', async () => {
    const { stream, store, sent, texts, fill, drain } = setUp();
    await stream.begin(0, false);
    fill();
    for (let n = 0; n < 50; n++) stream.pass({ type: 'driver.moved', data: { n } });
    store(2);
    await stream.offer(update(1));
    expect(texts).toHaveLength(1);
    await drain();
    expect(sent()).toEqual([1, 2]);
  });
  it('delivers each once and in order, however messages are lost, repeated and shuffled', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 60 }),
        fc.nat(5),
        async (messages, from) => {
          const { stream, store, sent } = setUp();
          store(from);
          const running = [stream.begin(0, from > 0)];
          for (const n of messages) {
            store(n); // a message is sent after the commit of its update and of all before it
            running.push(stream.offer(update(n)));
            if (n % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
          }
          await Promise.all(running);
          const last = Math.max(from, ...messages, 0);
          await stream.isAt(last);
          await new Promise((resolve) => setTimeout(resolve));
          await stream.isAt(last);
          expect(sent()).toEqual(upTo(last));
        },
      ),
    );
  });
});

import { gatheredLines } from './gathered-lines.js';

describe('lines', () => {
  const listening = () => {
    const written: string[] = [];
    const until = Promise.withResolvers<void>();
    const lines = gatheredLines(() => ({
      write: (text) => {
        written.push(text);
        if (text.endsWith('last\n')) until.resolve();
      },
      flushSync: () => void written.push('flushed'),
    }));
    return { written, lines, last: until.promise };
  };

  it('are written at once when they come alone, and together, in order, when they come thick and fast', async () => {
    const { written, lines, last } = listening();
    lines.write('a\n');
    expect(written).toEqual(['a\n']);
    for (const line of ['b\n', 'c\n', 'last\n']) lines.write(line);
    expect(written).toEqual(['a\n']);
    await last;
    expect(written).toEqual(['a\n', 'b\nc\nlast\n']);
  });
  it('are written before what ends the process, and not again', () => {
    const { written, lines } = listening();
    lines.write('a\n');
    lines.write('b\n');
    lines.flushSync();
    lines.flushSync();
    expect(written).toEqual(['a\n', 'b\n', 'flushed', 'flushed']);
  });
});

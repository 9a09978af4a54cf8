import type { DestinationStream } from 'pino';

interface Lines extends DestinationStream {
  flushSync(): void;
}

/** A line that comes when none has been written for so long is written at once; others wait for so long at most. */
const GATHERED_MS = 20;

/** Gathers lines that come thick and fast, each of which would else be a write of its own. */
export function gatheredLines(open: () => Lines): Lines {
  let gathered = '';
  let isPausing = false;
  const pass = (): void => {
    if (gathered !== '') to.write(gathered);
    gathered = '';
  };
  const pause = (): void => {
    isPausing = gathered !== '';
    if (!isPausing) return;
    pass();
    setTimeout(pause, GATHERED_MS).unref();
  };
  process.once('exit', pass); // before `to` does the same with what it has
  const to = open();
  return {
    write: (line) => {
      gathered += line;
      if (!isPausing) pause();
    },
    flushSync: () => {
      pass();
      to.flushSync();
    },
  };
}

// What the watchdog's thread runs. Node loads it by itself: it imports nothing of ours, and its types are only erased.
import { writeSync } from 'node:fs';
import { Session } from 'node:inspector';
import { setTimeout as wait } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';

export interface Watched {
  readonly service: string;
  /** The main thread counts up the first, and sets the second while a debugger is attached. */
  readonly signs: Int32Array;
  readonly everyMs: number;
  /** The process is killed when nothing has been counted for so many looks. */
  readonly looks: number;
  /** An expression by which the main thread tells in JSON what is going on. */
  readonly question: string;
}

/** How long the main thread may take to answer: it can't be asked within one call of native code. */
const PATIENCE_MS = 3_000;

function watch(watched: Watched): void {
  const { signs, everyMs, looks } = watched;
  let last = 0;
  let silent = 0;
  setInterval(() => {
    const count = Atomics.load(signs, 0);
    silent = count === last && Atomics.load(signs, 1) === 0 ? silent + 1 : 0;
    last = count;
    if (silent === looks) void kill(watched);
  }, everyMs);
}

async function kill({ service, everyMs, looks, question }: Watched): Promise<void> {
  const about = await Promise.race([ask(question), wait(PATIENCE_MS)]).catch(() => undefined);
  const line = {
    level: 'fatal',
    time: new Date().toISOString(),
    service,
    stalledMs: looks * everyMs,
    ...about,
    msg: 'the process does one and the same thing without an end, and is killed',
  };
  try {
    writeSync(1, `${JSON.stringify(line)}\n`);
  } finally {
    process.kill(process.pid, 'SIGKILL');
  }
}

/** The inspector gets in between, also where the event loop doesn't turn any more. */
function ask(expression: string): Promise<object> {
  const session = new Session();
  session.connectToMainThread();
  return new Promise((resolve, reject) =>
    session.post('Runtime.evaluate', { expression }, (error, answer) => {
      if (error) return reject(error);
      resolve(JSON.parse(String(answer.result.value)) as object);
    }),
  );
}

watch(workerData as Watched);

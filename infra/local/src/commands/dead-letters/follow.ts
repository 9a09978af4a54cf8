import { setTimeout as sleep } from 'node:timers/promises';
import { SingleBar } from 'cli-progress';
import { interrupted } from '../../interrupted.js';
import { say } from '../../terminal.js';
import type { Repair } from './answers.js';
import { Silent } from './api.js';
import type { Place } from './place.js';
import { progressText } from './progress-text.js';
import { count } from './table.js';

const LOOK_MS = 500;
const LINE_MS = 5_000;
/** What is put back and not handled after so long without any progress waits for something else. */
const STILL_MS = 10_000;

/** Shows a repair until it has ended and its facts have been handled. Returns the exit code: 1 unless all went well. */
export async function follow({ api, name }: Place, ordered: Repair): Promise<number> {
  const began = performance.now();
  const view = new View(ordered);
  let repair = ordered;
  let moved = { at: began, sum: -1 };
  while (!interrupted.aborted) {
    const { since, done, status } = repair;
    const sum = done + since.handled + since.deadAgain;
    if (sum !== moved.sum) moved = { at: performance.now(), sum };
    if (status !== 'running' && (since.waiting === 0 || performance.now() - moved.at > STILL_MS)) break;
    await sleep(LOOK_MS, undefined, { signal: interrupted }).catch(() => undefined);
    // A service that is started again goes on with its repairs.
    repair = await api.get<Repair>(`/repairs/${ordered.id}`).catch((error: unknown) => {
      if (error instanceof Silent) return repair;
      throw error;
    });
    view.show(repair);
  }
  view.stop();
  const again = `npm run dead-letters -- ${name} repairs ${ordered.id}`;
  if (repair.status === 'running') {
    say(`It goes on by itself. How far it is: ${again}`);
    return 0;
  }
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  say(
    `${count(repair.done, 'dead letter')} of ${repair.total.toLocaleString('en')} after ${seconds} s: ${progressText(repair)}.`,
  );
  if (repair.since.waiting > 0) say(`Those in their queues are tried again when they are due. Look again: ${again}`);
  const isWell = repair.status === 'done' && repair.since.deadAgain === 0 && (repair.outcomes['overtaken'] ?? 0) === 0;
  return isWell ? 0 : 1;
}

/** A bar on a terminal, a line every few seconds elsewhere. */
class View {
  readonly #bar: SingleBar | undefined;
  #lineAt = performance.now();

  constructor({ total }: Repair) {
    if (!process.stdout.isTTY) return;
    this.#bar = new SingleBar({ format: '{bar} {text}', barsize: 24, hideCursor: true, clearOnComplete: true });
    this.#bar.start(Math.max(1, total), 0, { text: '' });
  }

  show(repair: Repair): void {
    const text = `${repair.done}/${repair.total}  ${progressText(repair)}`;
    const isReplay = repair.kind === 'replay';
    const through = isReplay ? repair.since.handled + repair.since.deadAgain : repair.done;
    if (this.#bar !== undefined) this.#bar.update(through, { text });
    else if (performance.now() - this.#lineAt > LINE_MS) {
      this.#lineAt = performance.now();
      say(text);
    }
  }

  stop(): void {
    this.#bar?.stop();
  }
}

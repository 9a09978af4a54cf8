import { url as inspectorUrl } from 'node:inspector';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { currentCause } from './correlation.js';
import { logger } from './logger.js';
import { traceIdOf } from './trace.js';
import type { Watched } from './watchdog-thread.js';

const LOOKS = 10;
/** Node runs TypeScript's own file as well as the compiled one. */
const THREAD = new URL(`./watchdog-thread${extname(import.meta.url)}`, import.meta.url);

/** The inspector's expressions see what is global. */
const ANSWER = 'ride: what is going on';
const QUESTION = `JSON.stringify(globalThis[Symbol.for('${ANSWER}')]())`;

let watching = false;

/**
 * Kills the process (SIGKILL) when its main thread has done one and the same thing for so many milliseconds, such as an
 * endless loop: it can neither hold its place in its groups nor answer probes. The last line of its log says which request
 * or fact that belongs to, and where in the code it is. One watchdog watches the whole process, until its end.
 *
 * Time in which the process itself is stopped or not scheduled doesn't count, nor does what a debugger holds up.
 */
export function startWatchdog(service: string, afterMs: number): void {
  if (watching) return;
  watching = true;
  const signs = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  const everyMs = Math.max(1, Math.round(afterMs / LOOKS));
  setInterval(() => {
    Atomics.add(signs, 0, 1);
    Atomics.store(signs, 1, inspectorUrl() === undefined ? 0 : 1);
  }, everyMs).unref();
  Object.assign(globalThis, { [Symbol.for(ANSWER)]: whatIsGoingOn });
  const watched: Watched = { service, signs, everyMs, looks: LOOKS, question: QUESTION };
  // What the process itself was started with, such as instrumentation, is not for this thread.
  new Worker(THREAD, { name: 'watchdog', workerData: watched, execArgv: [] })
    .on('error', (error) => logger(service).error({ err: error }, 'the watchdog has ended'))
    .unref();
}

/** Asked by the watchdog, in the middle of whatever the main thread does. */
function whatIsGoingOn(): Record<string, unknown> {
  const cause = currentCause();
  const traceId = cause?.traceparent === undefined ? undefined : traceIdOf(cause.traceparent);
  const at = new Error().stack?.split('\n').map((line) => line.trim());
  // The first lines are the question itself.
  return { correlationId: cause?.correlationId, causationId: cause?.id, traceId, at: at?.slice(3) };
}

import { withCause } from '@ride/observability';
import type { Cause } from '../cause.js';
import type { Tx } from '../tx.js';
import { HandlerTimedOut } from './deadline.js';
import { faultOf } from './faults.js';
import { committed, type RunnerContext } from './runner.js';
import { attempt, TaskFailed, UnitFailed, type Task } from './unit.js';

/** The more there are at once, the smaller each is: another begins only while those before are slow. */
export const UNITS_AT_ONCE = 4;
/** A unit is slow, held up by a lock, by the disk or by one of its requests, when it takes longer than so many milliseconds. */
const SLOW_MS = 10;
const MOST_TOGETHER = 200;
/** How long requests wait for one among them that is stuck, in its own code or at a lock, in milliseconds. */
export const PATIENCE_MS = 1_000;

type Work<T> = (tx: Tx) => Promise<T>;
interface Request extends Task {
  readonly done: () => void;
  readonly failed: (why: unknown) => void;
  /** It is run again in a unit of its own. */
  readonly goAlone: () => void;
}

/**
 * Requests that come while others are handled are together the next unit of work: many commits at the price of one. A request
 * that comes when nothing runs waits for nobody. One that is refused before it has changed anything is answered with the
 * others; whoever breaks their unit, is late or was in one that met a conflict is run again alone.
 */
export class SharedUnits {
  #waiting: Request[] = [];
  #running = 0;
  #isStarting = false;
  #began = 0;
  #late: NodeJS.Timeout | undefined;
  #count = 0;

  /** `context.pool` has a session for each of UNITS_AT_ONCE, which waits for a lock no longer than PATIENCE_MS. */
  constructor(
    private readonly context: RunnerContext,
    private readonly alone: <T>(cause: Cause, work: Work<T>) => Promise<T>,
  ) {}

  run<T>(cause: Cause, work: Work<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    let answer: { readonly value: T };
    this.#waiting.push({
      chain: String(this.#count++),
      cause,
      now: Date.now(),
      mayBeRefused: true,
      // The unit is begun by whoever came first, but each logs in its own name.
      run: async (tx) => void (answer = { value: await withCause(cause, () => work(tx)) }),
      done: () => resolve(answer.value),
      failed: reject,
      goAlone: () => resolve(withCause(cause, () => this.alone(cause, work))),
    });
    this.#next();
    return promise;
  }

  #next(): void {
    if (this.#isStarting || this.#running >= UNITS_AT_ONCE || this.#waiting.length === 0) return;
    if (this.#running > 0 && performance.now() - this.#began < SLOW_MS) return this.#nextWhenSlow();
    this.#isStarting = true;
    // Those that come in the same turn of the event loop go along.
    setImmediate(() => {
      this.#isStarting = false;
      void this.#runUnit(this.#waiting.splice(0, MOST_TOGETHER));
      this.#next();
    });
  }

  #nextWhenSlow(): void {
    if (this.#late !== undefined) return;
    this.#late = setTimeout(() => {
      this.#late = undefined;
      this.#next();
    }, SLOW_MS);
  }

  async #runUnit(requests: readonly Request[]): Promise<void> {
    this.#running++;
    this.#began = performance.now();
    try {
      const done = await attempt(this.context, requests, []);
      await committed(this.context, done);
      for (const request of requests)
        if (done.refused.has(request)) request.failed(done.refused.get(request));
        else request.done();
    } catch (error) {
      this.#part(requests, error);
    } finally {
      this.#running--;
      this.#next();
    }
  }

  /** Nothing was kept: who is told so, who tries alone, and who goes with the next unit. */
  #part(requests: readonly Request[], error: unknown): void {
    if (error instanceof TaskFailed) {
      for (const request of requests)
        if (error.failures.has(request)) this.#fail(request, error.failures.get(request), requests.length);
      this.#waiting.unshift(...requests.filter((request) => !error.failures.has(request)));
      return;
    }
    // What a handler met on its way to another store is not everybody's; that the database is away is.
    const isEverybodys = !(error instanceof UnitFailed) || (faultOf(error.cause) === 'infrastructure' && error.isLost);
    for (const request of requests) {
      if (isEverybodys) request.failed(error instanceof UnitFailed ? error.cause : error);
      else request.goAlone();
    }
  }

  /** What a request came to beside others may rest on what they had changed and have now lost; alone it tells. */
  #fail(request: Request, why: unknown, together: number): void {
    if (together > 1 || why instanceof HandlerTimedOut) request.goAlone();
    else request.failed(why);
  }
}

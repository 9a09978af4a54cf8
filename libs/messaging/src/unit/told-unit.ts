import { telemetry, type Span, type Telemetry } from '@ride/observability';
import type { Cause } from '../cause.js';
import { errorCode } from './faults.js';

/** Who shares a unit of work. */
export type UnitKind = 'facts' | 'retries' | 'requests' | 'round' | 'deadlines';

interface Caused {
  readonly cause: Cause;
}

/** Runs one attempt at a unit of work, and tells of it when telemetry is on. */
export async function toldUnit<T>(kind: UnitKind, tasks: readonly Caused[], work: () => Promise<T>): Promise<T> {
  const to = telemetry();
  if (to === undefined) return work();
  const span = spanOf(to, tasks);
  const began = performance.now();
  const end = (error?: string): void => {
    const about = { 'ride.unit.kind': kind };
    const seconds = (performance.now() - began) / 1_000;
    to.measure('ride.unit.duration', seconds, error === undefined ? about : { ...about, 'error.type': error });
    to.measure('ride.unit.batch', tasks.length, about);
    span?.end('unit of work', { ...about, 'messaging.batch.message_count': tasks.length }, error);
  };
  try {
    // Whoever came first has begun it, but it is everybody's.
    const done = await (span ? span.within(work) : to.outside(work));
    end();
    return done;
  } catch (error) {
    end(errorCode(error));
    throw error;
  }
}

/** What works for one is part of that; what works for many is linked to each. */
function spanOf(to: Telemetry, tasks: readonly Caused[]): Span | undefined {
  const [only] = tasks;
  if (tasks.length !== 1) return to.beginFor('unit', contextsOf(tasks));
  return only?.cause.traceparent === undefined ? undefined : to.begin('unit', only.cause.traceparent);
}

function* contextsOf(tasks: readonly Caused[]): Generator<string | undefined> {
  for (const { cause } of tasks) yield cause.traceparent;
}

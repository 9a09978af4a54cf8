import type { Attributes } from './attributes.js';
import type { CounterName, GaugeName, HistogramName } from './metrics.js';
import type { SpanName } from './spans.js';

/** A span that is recorded: of what isn't, there is no object at all. */
export interface Span {
  /** What is done in it carries this as its W3C trace context. */
  readonly traceparent: string;
  /** Its name, and what is to be known about it; `error`: the code of what went wrong. Of two ends the first counts. */
  end(title: string, attributes: Attributes, error?: string): void;
  /** So that instrumentation (of PostgreSQL) sees it as the parent of what `work` does, however late. */
  within<T>(work: () => T): T;
}

export interface Reading {
  readonly value: number;
  readonly attributes?: Attributes;
}

/** What the services tell about themselves, while an endpoint for it is configured. */
export interface Telemetry {
  /**
   * Begins a span below `parent` if that is sampled. Without a valid parent it begins a trace, if the ratio chooses it.
   * `at`: when it began, epoch milliseconds with fractions; now, if absent. Undefined: nothing is recorded, and nothing was made.
   */
  begin(name: SpanName, parent: string | undefined, at?: number): Span | undefined;
  /** Begins a trace of its own when one of the contexts is sampled: it is done for all of them, and linked to those that are. */
  beginFor(name: SpanName, contexts: Iterable<string | undefined>): Span | undefined;
  /** Begins a span below what `within` is doing here, if that is recorded. */
  beginHere(name: SpanName): Span | undefined;
  /** Whatever is under way, instrumentation sees nothing of it as the parent of what `work` does. */
  outside<T>(work: () => T): T;
  count(name: CounterName, howMany: number, attributes?: Attributes): void;
  measure(name: HistogramName, value: number, attributes?: Attributes): void;
  /** Asked at each export; returns how not to be asked any more. */
  watch(name: GaugeName, read: () => readonly Reading[]): () => void;
  /** Sends what there is and ends, within two seconds. Never rejects. */
  stop(): Promise<void>;
}

let running: Telemetry | undefined;

/** Undefined while telemetry is off: whoever asks does nothing more then. */
export function telemetry(): Telemetry | undefined {
  return running;
}

/** For `startTelemetry`, and for tests. */
export function useTelemetry(used: Telemetry | undefined): void {
  running = used;
}

/** Epoch milliseconds with fractions, from one clock that never goes back. */
export function preciseNow(): number {
  return performance.timeOrigin + performance.now();
}

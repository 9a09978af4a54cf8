import { randomFillSync } from 'node:crypto';

/** https://www.w3.org/TR/trace-context/#traceparent-header, version 00. */
const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Random bytes by the thousand: asking for a few costs as much. */
const POOL = Buffer.alloc(8_192);
let unused = POOL.length;

/** So many random bytes in hexadecimal, not all of them zero. */
export const randomId = (bytes: number): string => {
  if (unused + bytes > POOL.length) {
    randomFillSync(POOL);
    unused = 0;
  }
  const id = POOL.toString('hex', unused, (unused += bytes));
  return /[^0]/.test(id) ? id : randomId(bytes); // all zeros means "none"
};

/** Begins a trace: a traceparent header of a new trace id, not sampled. */
export function newTraceparent(): string {
  return traceparentOf(randomId(16), randomId(8), false);
}

/** The same trace one step further: a new span id. Begins a new trace when there is none, or it is malformed. */
export function childOf(traceparent: string | undefined): string {
  const [, trace, , flags] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  return trace === undefined ? newTraceparent() : `00-${trace}-${randomId(8)}-${flags}`;
}

/** The trace id of a traceparent, or undefined when it is malformed. */
export function traceIdOf(traceparent: string): string | undefined {
  return TRACEPARENT.exec(traceparent)?.[1];
}

/** The span id of a traceparent, or undefined when it is malformed. */
export function spanIdOf(traceparent: string): string | undefined {
  return TRACEPARENT.exec(traceparent)?.[2];
}

export interface TraceparentParts {
  readonly traceId: string;
  readonly spanId: string;
  readonly flags: string;
}

/** Undefined when it is malformed. */
export function partsOf(traceparent: string): TraceparentParts | undefined {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent) ?? [];
  return traceId === undefined || spanId === undefined || flags === undefined ? undefined : { traceId, spanId, flags };
}

/** The lowest bit of the flags, which are hexadecimal, says it. */
export function isSampled(flags: string): boolean {
  return '13579bdf'.includes(flags.charAt(1));
}

export function traceparentOf(traceId: string, spanId: string, sampled: boolean): string {
  return `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`;
}

/** A span of event time, UTC milliseconds: `start` belongs to it, `end` does not. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** Which windows a record of event time `time` belongs to, in the order of their starts. */
export interface Windows<V = unknown> {
  of(time: number, value: V): readonly Window[];
  /** The longest that one of them can be, milliseconds. */
  readonly longest: number;
  /** The same for the same windows: a part of the topology's fingerprint. */
  readonly description: string;
}

export const seconds = (count: number): number => count * 1_000;
export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => count * 3_600_000;
export const days = (count: number): number => count * 86_400_000;

import { CRASH_POINTS, type CrashPoint } from '../../src/crash-points.js';

/** Where a process kills itself, and when. */
export interface Kill {
  readonly point: CrashPoint;
  /** How many units of work it commits in peace before. */
  readonly afterUnits: number;
  /** Then, when it comes to the point for which time. */
  readonly nth: number;
}

/** A process that dies at once leaves everything to the next; one that dies later, only what it is about to do. */
const AFTER_UNITS = [0, 10, 25, 50];
const NTH = [1, 2, 3];

/** So many at each of the points, one point after the other. */
export function killsAt(points: readonly CrashPoint[], times: number): readonly Kill[] {
  return points.flatMap((point, at) =>
    Array.from({ length: times }, (_, time) => ({
      point,
      afterUnits: AFTER_UNITS[(at + time) % AFTER_UNITS.length]!,
      nth: NTH[(at + time) % NTH.length]!,
    })),
  );
}

/** Those whose names have one of the words; all when there are no words. */
export function pointsWith(words: readonly string[]): readonly CrashPoint[] {
  return CRASH_POINTS.filter((point) => words.length === 0 || words.some((word) => point.includes(word)));
}

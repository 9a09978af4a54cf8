import { crashPoints, type CrashPoint } from '../../src/crash-points.js';

/** Whoever comes to the point first stands still there until it is told to go on. */
export function standStill(point: CrashPoint): { readonly stuck: Promise<void>; readonly resume: () => void } {
  const stuck = Promise.withResolvers<void>();
  const resume = Promise.withResolvers<void>();
  crashPoints.reached = (at) => {
    if (at !== point) return;
    crashPoints.reached = undefined;
    stuck.resolve();
    return resume.promise;
  };
  return { stuck: stuck.promise, resume: () => resume.resolve() };
}

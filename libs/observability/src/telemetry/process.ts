import { constants, monitorEventLoopDelay, PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks';
import type { Instruments } from './instruments.js';
import type { GaugeName } from './metrics.js';

/** How often the delay of the event loop is looked at, milliseconds; what it adds to each look is taken off again. */
const RESOLUTION_MS = 20;

const GC_KINDS: Readonly<Record<number, string>> = {
  [constants.NODE_PERFORMANCE_GC_MAJOR]: 'major',
  [constants.NODE_PERFORMANCE_GC_MINOR]: 'minor',
  [constants.NODE_PERFORMANCE_GC_INCREMENTAL]: 'incremental',
  [constants.NODE_PERFORMANCE_GC_WEAKCB]: 'weakcb',
};

/** The event loop and the garbage of this process; returns how to stop. */
export function watchProcess(instruments: Instruments): () => void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - RESOLUTION_MS / 1e3);
  const gauge = (name: GaugeName, read: () => number) =>
    instruments.watch(name, () => (delay.count > 0 ? [{ value: late(read()) }] : []));
  const unwatch = [
    gauge('nodejs.eventloop.delay.p50', () => delay.percentile(50)),
    gauge('nodejs.eventloop.delay.p99', () => delay.percentile(99)),
    // Callbacks are called in the order in which they were added: this is the last of the three.
    gauge('nodejs.eventloop.delay.max', () => {
      const { max } = delay;
      delay.reset();
      return max;
    }),
  ];
  const collections = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { duration, detail } = entry as PerformanceEntry & { readonly detail: { readonly kind: number } };
      instruments.measure('v8js.gc.duration', duration / 1e3, { 'v8js.gc.type': GC_KINDS[detail.kind] ?? 'other' });
    }
  });
  collections.observe({ entryTypes: ['gc'] });
  return () => {
    collections.disconnect();
    delay.disable();
    for (const each of unwatch) each();
  };
}

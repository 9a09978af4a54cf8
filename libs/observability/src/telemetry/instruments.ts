import type { Counter, Histogram, Meter, ObservableGauge } from '@opentelemetry/api';
import { METRICS, type CounterName, type DeclaredMetric, type GaugeName, type HistogramName } from './metrics.js';
import type { Reading } from './telemetry.js';

/** Every declared metric as an instrument of the SDK. */
export class Instruments {
  readonly #counters = new Map<string, Counter>();
  readonly #histograms = new Map<string, Histogram>();
  readonly #gauges = new Map<string, ObservableGauge>();

  constructor(meter: Meter) {
    for (const [name, declared] of Object.entries<DeclaredMetric>(METRICS)) {
      const { kind, unit, what, bounds } = declared;
      const about = { unit, description: what };
      if (kind === 'counter') this.#counters.set(name, meter.createCounter(name, about));
      else if (kind === 'gauge') this.#gauges.set(name, meter.createObservableGauge(name, about));
      else {
        const advice = bounds && { explicitBucketBoundaries: [...bounds] };
        this.#histograms.set(name, meter.createHistogram(name, { ...about, ...(advice && { advice }) }));
      }
    }
  }

  count(name: CounterName, howMany: number, attributes: Reading['attributes'] = {}): void {
    this.#counters.get(name)!.add(howMany, attributes);
  }

  measure(name: HistogramName, value: number, attributes: Reading['attributes'] = {}): void {
    this.#histograms.get(name)!.record(value, attributes);
  }

  watch(name: GaugeName, read: () => readonly Reading[]): () => void {
    const gauge = this.#gauges.get(name)!;
    const observe: Parameters<ObservableGauge['addCallback']>[0] = (result) => {
      for (const { value, attributes } of read()) result.observe(value, attributes ?? {});
    };
    gauge.addCallback(observe);
    return () => gauge.removeCallback(observe);
  }
}

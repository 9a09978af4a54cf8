import { createRequire } from 'node:module';
import { hostname } from 'node:os';
import { settings } from '@ride/configuration';
import type { SpanProcessor } from '@opentelemetry/sdk-trace';
import { logger } from '../logger.js';
import { Instruments } from './instruments.js';
import { watchProcess } from './process.js';
import { telemetry, useTelemetry } from './telemetry.js';
import { Traces } from './traces.js';

/** What is ready goes at once when it is so much, and after so long (milliseconds) when it is less. */
const SPANS_AT_ONCE = 2_000;
const SPANS_EVERY_MS = 1_000;
/** More than this wait for nobody: what comes then is dropped, and the process goes on. */
const MOST_SPANS = 20_000;
const METRICS_EVERY_MS = 10_000;
const ANSWER_WITHIN_MS = 5_000;
const STOP_WITHIN_MS = 2_000;

/**
 * Starts telling traces and metrics to `RIDE_OTLP_URL`. Without one, nothing of OpenTelemetry is even loaded. To be called
 * once, at the start of a service; whether and when the endpoint answers is nobody's affair.
 */
export function startTelemetry(service: string): void {
  const { url, ratio } = settings().telemetry;
  if (url === undefined || telemetry() !== undefined) return;
  // Loaded here and now, so that PostgreSQL's driver is instrumented before it is first used.
  const load = createRequire(import.meta.url);
  const api = load('@opentelemetry/api') as typeof import('@opentelemetry/api');
  const core = load('@opentelemetry/core') as typeof import('@opentelemetry/core');
  const { AsyncLocalStorageContextManager } = load(
    '@opentelemetry/context-async-hooks',
  ) as typeof import('@opentelemetry/context-async-hooks');
  const sdk = load('@opentelemetry/sdk-trace') as typeof import('@opentelemetry/sdk-trace');
  const metrics = load('@opentelemetry/sdk-metrics') as typeof import('@opentelemetry/sdk-metrics');
  const resources = load('@opentelemetry/resources') as typeof import('@opentelemetry/resources');
  const { OTLPTraceExporter } = load(
    '@opentelemetry/exporter-trace-otlp-http',
  ) as typeof import('@opentelemetry/exporter-trace-otlp-http');
  const { OTLPMetricExporter } = load(
    '@opentelemetry/exporter-metrics-otlp-http',
  ) as typeof import('@opentelemetry/exporter-metrics-otlp-http');

  const log = logger(service);
  let isTold = false;
  core.setGlobalErrorHandler((error) => {
    if (!isTold) log.warn({ err: error }, 'telemetry is not delivered; the service goes on');
    isTold = true;
  });
  api.context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());

  const resource = resources
    .resourceFromAttributes({
      'service.namespace': 'ride',
      'service.name': service,
      'service.instance.id': `${hostname()}-${process.pid}`,
    })
    .merge(resources.detectResources({ detectors: [resources.envDetector] }));
  const processor = new sdk.BatchSpanProcessor({
    exporter: new OTLPTraceExporter({ url: `${url}/v1/traces`, timeoutMillis: ANSWER_WITHIN_MS }),
    maxExportBatchSize: SPANS_AT_ONCE,
    maxQueueSize: MOST_SPANS,
    scheduledDelayMillis: SPANS_EVERY_MS,
    exportTimeoutMillis: ANSWER_WITHIN_MS,
  });
  const provider = new sdk.TracerProvider({
    resource,
    // Its parents are ours, and we have decided.
    sampler: new sdk.ParentBasedSampler({ root: new sdk.AlwaysOffSampler() }),
    spanProcessors: [withoutErrorTexts(processor)],
  });
  const meters = new metrics.MeterProvider({
    resource,
    readers: [
      new metrics.PeriodicExportingMetricReader({
        exporter: new OTLPMetricExporter({ url: `${url}/v1/metrics`, timeoutMillis: ANSWER_WITHIN_MS }),
        exportIntervalMillis: METRICS_EVERY_MS,
        exportTimeoutMillis: ANSWER_WITHIN_MS,
      }),
    ],
  });
  instrumentPostgres(load, provider);

  const traces = new Traces({ api, to: processor, resource, ratio });
  const instruments = new Instruments(meters.getMeter('ride'));
  const unwatch = watchProcess(instruments);
  useTelemetry({
    begin: (name, parent, at) => traces.begin(name, parent, at),
    beginFor: (name, contexts) => traces.beginFor(name, contexts),
    beginHere: (name) => traces.beginHere(name),
    outside: (work) => traces.outside(work),
    count: (name, howMany, attributes) => instruments.count(name, howMany, attributes),
    measure: (name, value, attributes) => instruments.measure(name, value, attributes),
    watch: (name, read) => instruments.watch(name, read),
    stop: async () => {
      useTelemetry(undefined);
      const late = AbortSignal.timeout(STOP_WITHIN_MS);
      const ended = Promise.allSettled([provider.shutdown(), meters.shutdown()]);
      await Promise.race([ended, new Promise((resolve) => late.addEventListener('abort', resolve, { once: true }))]);
      unwatch();
    },
  });
}

/** Sends what is left to tell. Safe to call when telemetry is off. */
export async function stopTelemetry(): Promise<void> {
  await telemetry()?.stop();
}

/** Statements inside our own spans, and no others: what nobody has asked for is not told. */
function instrumentPostgres(load: NodeJS.Require, provider: import('@opentelemetry/sdk-trace').TracerProvider): void {
  const { PgInstrumentation } = load(
    '@opentelemetry/instrumentation-pg',
  ) as typeof import('@opentelemetry/instrumentation-pg');
  const instrumentation = new PgInstrumentation({ requireParentSpan: true, ignoreConnectSpans: true });
  instrumentation.setTracerProvider(provider);
  // It was loaded already, by those who use it; asked for again it is changed in its place.
  load('pg');
}

/** What a database says about an error may hold the values that it stumbled over. */
function withoutErrorTexts(to: SpanProcessor): SpanProcessor {
  return {
    onStart: (span, context) => to.onStart(span, context),
    onEnd: (span) => {
      Object.assign(span, { status: { code: span.status.code }, events: [] });
      to.onEnd(span);
    },
    forceFlush: () => to.forceFlush(),
    shutdown: () => to.shutdown(),
  };
}

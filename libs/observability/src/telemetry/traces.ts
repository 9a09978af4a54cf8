import type { Context, HrTime, Link, SpanContext } from '@opentelemetry/api';
import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace';
import { isSampled, partsOf, randomId, traceparentOf } from '../trace.js';
import type { Attributes } from './attributes.js';
import { SPANS, type DeclaredSpan, type SpanKind, type SpanName } from './spans.js';
import { preciseNow, type Span } from './telemetry.js';

type Api = typeof import('@opentelemetry/api');

/** As OpenTelemetry numbers them. */
const KINDS: Readonly<Record<SpanKind, ReadableSpan['kind']>> = {
  internal: 0,
  server: 1,
  client: 2,
  producer: 3,
  consumer: 4,
};
const MOST_LINKS = 128;
const [OK, ERROR] = [{ code: 0 }, { code: 2 }] as const;
const NOTHING: readonly never[] = [];

export interface TracesOptions {
  readonly api: Api;
  readonly to: Pick<SpanProcessor, 'onEnd'>;
  readonly resource: ReadableSpan['resource'];
  /** Of the traces that begin here, this share is sampled, 0 to 1. */
  readonly ratio: number;
}

/**
 * Our own spans. They are begun by the hundred for each unit of work, so the decision comes first, from the context's text,
 * and what is made for a span is one object, which the SDK's processor exports as it exports its own.
 */
export class Traces {
  readonly #bound: number;

  constructor(private readonly options: TracesOptions) {
    this.#bound = Math.round(options.ratio * 2 ** 48);
  }

  begin(name: SpanName, parent: string | undefined, at?: number): Span | undefined {
    const parts = parent === undefined ? undefined : partsOf(parent);
    if (parts === undefined) return this.#isChosen() ? this.#span(name, randomId(16), undefined, at) : undefined;
    return isSampled(parts.flags) ? this.#span(name, parts.traceId, parts.spanId, at) : undefined;
  }

  beginFor(name: SpanName, contexts: Iterable<string | undefined>): Span | undefined {
    let links: Link[] | undefined;
    for (const context of contexts) {
      const parts = context === undefined ? undefined : partsOf(context);
      if (parts === undefined || !isSampled(parts.flags)) continue;
      links ??= [];
      links.push({ context: { traceId: parts.traceId, spanId: parts.spanId, traceFlags: 1, isRemote: true } });
      if (links.length === MOST_LINKS) break;
    }
    return links && this.#span(name, randomId(16), undefined, undefined, links);
  }

  beginHere(name: SpanName): Span | undefined {
    const { trace, context } = this.options.api;
    const here = trace.getSpanContext(context.active());
    return here && this.#span(name, here.traceId, here.spanId);
  }

  outside<T>(work: () => T): T {
    const { api } = this.options;
    return api.context.with(api.ROOT_CONTEXT, work);
  }

  #isChosen(): boolean {
    return this.options.ratio >= 1 || Math.random() * 2 ** 48 < this.#bound;
  }

  #span(name: SpanName, traceId: string, parent?: string, at = preciseNow(), links?: Link[]): Span {
    return new RecordedSpan(this.options, SPANS[name], traceId, parent, at, links);
  }
}

const SCOPE = { name: 'ride' };

/** Begun by us, then read by the exporter. */
class RecordedSpan implements Span, ReadableSpan {
  name = '';
  attributes: Record<string, string | number | boolean> = {};
  status: ReadableSpan['status'] = OK;
  ended = false;
  readonly traceparent: string;
  readonly parentSpanContext?: SpanContext;
  readonly kind: ReadableSpan['kind'];
  readonly events: ReadableSpan['events'] = NOTHING as unknown as ReadableSpan['events'];
  readonly droppedAttributesCount = 0;
  readonly droppedEventsCount = 0;
  readonly droppedLinksCount = 0;
  readonly instrumentationScope = SCOPE;
  readonly #context: SpanContext;
  #endedAt = 0;

  constructor(
    private readonly options: TracesOptions,
    declared: DeclaredSpan,
    traceId: string,
    parent: string | undefined,
    private readonly beganAt: number,
    readonly links: Link[] = NOTHING as unknown as Link[],
  ) {
    const spanId = randomId(8);
    this.#context = { traceId, spanId, traceFlags: 1 };
    this.traceparent = traceparentOf(traceId, spanId, true);
    this.kind = KINDS[declared.kind];
    if (parent !== undefined) this.parentSpanContext = { traceId, spanId: parent, traceFlags: 1, isRemote: true };
  }

  end(title: string, attributes: Attributes, error?: string): void {
    if (this.ended) return;
    this.ended = true;
    // A database's clock may be ahead of ours.
    this.#endedAt = Math.max(preciseNow(), this.beganAt);
    this.name = title;
    this.attributes = attributes as Record<string, string | number | boolean>;
    if (error !== undefined) {
      this.attributes = { ...attributes, 'error.type': error } as typeof this.attributes;
      this.status = ERROR;
    }
    this.options.to.onEnd(this);
  }

  within<T>(work: () => T): T {
    const { api } = this.options;
    return api.context.with(this.#asParent(), work);
  }

  #asParent(): Context {
    const { trace, ROOT_CONTEXT } = this.options.api;
    return trace.setSpan(ROOT_CONTEXT, trace.wrapSpanContext(this.#context));
  }

  spanContext(): SpanContext {
    return this.#context;
  }

  get resource(): ReadableSpan['resource'] {
    return this.options.resource;
  }

  get startTime(): HrTime {
    return hrTime(this.beganAt);
  }

  get endTime(): HrTime {
    return hrTime(this.#endedAt);
  }

  get duration(): HrTime {
    return hrTime(this.#endedAt - this.beganAt);
  }
}

function hrTime(milliseconds: number): HrTime {
  const seconds = Math.trunc(milliseconds / 1_000);
  return [seconds, Math.round((milliseconds - seconds * 1_000) * 1_000_000)];
}

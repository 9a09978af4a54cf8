import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Value = string | number | boolean;

export interface ToldSpan {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  /** Empty: it begins its trace. */
  readonly parentId: string;
  readonly attributes: Readonly<Record<string, Value>>;
  readonly links: readonly { readonly traceId: string; readonly spanId: string }[];
  /** Epoch milliseconds. */
  readonly began: number;
  readonly ended: number;
}

export interface ToldPoint {
  readonly service: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, Value>>;
  /** A gauge's or a counter's value; how many a histogram has. */
  readonly value: number;
}

interface Attribute {
  readonly key: string;
  readonly value: { stringValue?: string; intValue?: number | string; doubleValue?: number; boolValue?: boolean };
}
interface Resource {
  readonly attributes: readonly Attribute[];
}
interface Traces {
  readonly resourceSpans?: readonly {
    readonly resource: Resource;
    readonly scopeSpans: readonly { readonly spans: readonly JsonSpan[] }[];
  }[];
}
interface JsonSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes?: readonly Attribute[];
  readonly links?: readonly { readonly traceId: string; readonly spanId: string }[];
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
}
interface Metrics {
  readonly resourceMetrics?: readonly {
    readonly resource: Resource;
    readonly scopeMetrics: readonly { readonly metrics: readonly JsonMetric[] }[];
  }[];
}
interface JsonMetric extends Partial<
  Record<'sum' | 'gauge' | 'histogram', { readonly dataPoints: readonly JsonPoint[] }>
> {
  readonly name: string;
}
interface JsonPoint {
  readonly attributes?: readonly Attribute[];
  readonly asInt?: string | number;
  readonly asDouble?: number;
  readonly count?: string | number;
}

const valueOf = ({ value }: Attribute): Value =>
  value.stringValue ?? value.boolValue ?? value.doubleValue ?? Number(value.intValue);
const recordOf = (attributes: readonly Attribute[] = []): Record<string, Value> =>
  Object.fromEntries(attributes.map((each) => [each.key, valueOf(each)]));
const milliseconds = (nanoseconds: string): number => Number(BigInt(nanoseconds) / 1_000n) / 1_000;

/** Where somebody may be called who has nothing to do with telemetry. */
export const HOOK = '/hook';

/** What stands at the other end of OTLP over HTTP with JSON, as the specification has it, and keeps what it is told. */
export class OtlpReceiver {
  readonly spans: ToldSpan[] = [];
  readonly points: ToldPoint[] = [];
  /** Everything, as it came. */
  readonly texts: string[] = [];

  private constructor(private readonly server: Server) {}

  static async open(): Promise<OtlpReceiver> {
    const server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        receiver.#take(request.url ?? '', Buffer.concat(pieces).toString());
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
    const receiver = new OtlpReceiver(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  #take(path: string, text: string): void {
    if (path === HOOK) return;
    this.texts.push(text);
    if (path === '/v1/traces') this.#takeTraces(JSON.parse(text) as Traces);
    else if (path === '/v1/metrics') this.#takeMetrics(JSON.parse(text) as Metrics);
  }

  #takeTraces({ resourceSpans = [] }: Traces): void {
    for (const { resource, scopeSpans } of resourceSpans)
      for (const { spans } of scopeSpans)
        for (const span of spans)
          this.spans.push({
            service: String(recordOf(resource.attributes)['service.name']),
            name: span.name,
            traceId: span.traceId,
            spanId: span.spanId,
            parentId: span.parentSpanId ?? '',
            attributes: recordOf(span.attributes),
            links: span.links ?? [],
            began: milliseconds(span.startTimeUnixNano),
            ended: milliseconds(span.endTimeUnixNano),
          });
  }

  #takeMetrics({ resourceMetrics = [] }: Metrics): void {
    for (const { resource, scopeMetrics } of resourceMetrics)
      for (const { metrics } of scopeMetrics)
        for (const metric of metrics)
          for (const point of (metric.sum ?? metric.gauge ?? metric.histogram)?.dataPoints ?? [])
            this.points.push({
              service: String(recordOf(resource.attributes)['service.name']),
              name: metric.name,
              attributes: recordOf(point.attributes),
              value: Number(point.asInt ?? point.asDouble ?? point.count ?? 0),
            });
  }
}

import { attributes, type Attribute } from './attributes.js';
import { METRICS, type DeclaredMetric } from './metrics.js';
import { INSTRUMENTED, SPANS, type DeclaredSpan } from './spans.js';

const INTRODUCTION = `# Telemetry

Traces and metrics go to any endpoint that takes OTLP over HTTP (JSON), such as an OpenTelemetry Collector, as soon as one is named;
without one nothing of OpenTelemetry is even loaded. This page is made from the declarations in \`libs/observability/src/telemetry\`
by \`npm run docs\`: what is not declared there can't be told, and a test of a whole ride compares what comes out with this page.

\`\`\`sh
RIDE_OTLP_URL=http://localhost:4318 npm start                       # everything
RIDE_OTLP_URL=http://localhost:4318 RIDE_TRACE_RATIO=0.05 npm start # one trace of twenty; all metrics
\`\`\`

\`OTEL_EXPORTER_OTLP_HEADERS\` (a token, say) and \`OTEL_RESOURCE_ATTRIBUTES\` count as OpenTelemetry has them. Each service is
\`service.namespace=ride\`, \`service.name=booking\`, and \`service.instance.id\` by host and process. An endpoint that is away or slow
disturbs nobody: the log says so once, 20,000 spans wait in memory, what comes then is dropped. At a stop what is left is sent, within 2 s.

## Traces

A trace begins with a request, or goes on with the one that its \`traceparent\` names. W3C trace context travels in the headers of each
fact: through outbox, retry, dead letter and replay, byte for byte. What a header names is always a span that was told, so the tree of a
ride hangs together across all services. Whether a trace is recorded is decided where it begins, and kept (\`RIDE_TRACE_RATIO\`; a request
that brings its trace brings the decision). Of what is not recorded no object is made.

Facts are handled by the hundred in one transaction. So the span of a fact's handlers is part of the fact's own trace, while the unit of
work that it shared is a trace by itself, linked to every fact; a unit that works for one alone is part of that one's trace. A request and
the next one of the same app are two traces unless the app sends \`traceparent\`: what belongs to a ride shares
\`messaging.message.conversation_id\`, and that is in the log lines, too (\`correlationId\`, beside \`traceId\` and \`spanId\`).

No attribute names a person, a place, a path, an address or the text of an error.
`;

const NOT_INSTRUMENTED = `
### What is not instrumented by others' code, and why

- **http**: its spans carry path, query, address and user agent, and don't know the route. Ours has the route alone.
- **kafkajs**: a span for each message of each fetch, whoever hears it, and a context that is lost in a unit of work. \`send\` and
  \`process\` say it with the outbox's wait, the handler and the attempt.
- **redis**: statements with their arguments, which are people's positions. \`redis …\` tells which question.
- **undici** (webhooks, keys, the registry): whole URLs, and a webhook's is its owner's secret. \`perform …\` is the same time.
- **Positions** (\`DriverMoved\`) are too many and live for seconds: the request that brings them has a span, what hears them has none.

## Metrics

Sent every 10 s and at the end. Lags are of this instance's partitions: add up records, take the greatest of seconds. Durations are in
seconds, ages too.
`;

/** Prettier would pad the tables, and every change of one cell would then change all. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return ['<!-- prettier-ignore -->', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const namesOf = (all: readonly Attribute[]): string => all.map(({ name }) => `\`${name}\``).join(', ');

function spanRow({ title, kind, parent, what, attributes }: DeclaredSpan): readonly string[] {
  return [`\`${title}\``, kind, parent, what, namesOf(attributes)];
}

function metricRow([name, { kind, unit, what, attributes }]: readonly [string, DeclaredMetric]): readonly string[] {
  return [`\`${name}\``, kind, `\`${unit}\``, what, namesOf(attributes)];
}

/** The whole of docs/telemetry.md. */
export function telemetryPage(): string {
  const spans = Object.values<DeclaredSpan>({ ...SPANS, ...INSTRUMENTED });
  const metrics = Object.entries<DeclaredMetric>(METRICS);
  const used = new Set([...spans, ...metrics.map(([, metric]) => metric)].flatMap((each) => each.attributes));
  const all = Object.values<Attribute>(attributes).filter((each) => used.has(each));
  return [
    INTRODUCTION,
    table(['span', 'kind', 'part of', 'what', 'attributes'], spans.map(spanRow)),
    NOT_INSTRUMENTED,
    table(['metric', 'kind', 'unit', 'what', 'attributes'], metrics.map(metricRow)),
    '\n## Attributes\n',
    table(
      ['attribute', 'what'],
      all.map(({ name, what }) => [`\`${name}\``, what]),
    ),
    '',
  ].join('\n');
}

import { attributes, type Attribute } from './attributes.js';

/** As OpenTelemetry has them. `internal` also for what a batch does for many. */
export type SpanKind = 'internal' | 'server' | 'client' | 'producer' | 'consumer';

export interface DeclaredSpan {
  /** Its name; what stands in braces differs from span to span, with few values in all. */
  readonly title: string;
  readonly kind: SpanKind;
  /** What it is part of, or linked to. */
  readonly parent: string;
  readonly what: string;
  readonly attributes: readonly Attribute[];
}

const span = (
  title: string,
  kind: SpanKind,
  parent: string,
  what: string,
  ...of: readonly Attribute[]
): DeclaredSpan => ({ title, kind, parent, what, attributes: of });

const ABOUT_A_FACT = [
  attributes.system,
  attributes.operation,
  attributes.operationType,
  attributes.topic,
  attributes.partition,
  attributes.messageId,
  attributes.fact,
] as const;

/** Every span of ours there is. What is not here can't be begun: its name would not compile. */
export const SPANS = {
  request: span(
    '{method} {route}',
    'server',
    'whoever sent `traceparent`, or nobody',
    'a request, until its answer is out; a live stream, until it is closed. Only its route is told, never its path, address or agent',
    attributes.method,
    attributes.route,
    attributes.status,
    attributes.correlation,
    attributes.error,
  ),
  send: span(
    'send {topic} {fact}',
    'producer',
    'what the fact was said in',
    'a fact on its way into the log: from the insert into the outbox (by the database’s clock) until the broker has it',
    ...ABOUT_A_FACT,
    attributes.outboxWait,
  ),
  unit: span(
    'unit of work',
    'internal',
    'what it works for, if that is one; else nothing, and linked to all of them (128 at most)',
    'one attempt at a transaction, with its statements inside',
    attributes.unitKind,
    attributes.batch,
    attributes.error,
  ),
  process: span(
    'process {topic} {fact}',
    'consumer',
    'what the fact was said in',
    'the handlers of one fact, in a unit of work that it shares with others; each attempt is one',
    ...ABOUT_A_FACT,
    attributes.group,
    attributes.handler,
    attributes.attempt,
    attributes.correlation,
    attributes.error,
  ),
  effect: span(
    'perform {effect} {fact}',
    'consumer',
    'what the fact was said in',
    'a call to the outside because of a fact; each attempt is one',
    ...ABOUT_A_FACT,
    attributes.group,
    attributes.handler,
    attributes.attempt,
    attributes.correlation,
    attributes.error,
  ),
  retryWait: span(
    'retry wait',
    'internal',
    'what the fact was said in',
    'a fact that failed, or stands behind one that did: from its parking to its next attempt',
    attributes.messageId,
    attributes.group,
    attributes.attempt,
  ),
  round: span(
    'matching round',
    'internal',
    'nothing; linked to the searches that it makes offers for',
    'a round of one service area: open searches read, drivers looked for, offers made',
    attributes.area,
    attributes.searches,
    attributes.offers,
    attributes.error,
  ),
  deadline: span(
    'deadline {row}',
    'internal',
    'what last changed the row',
    'a deadline that has passed, from when it was due until it is said',
    attributes.row,
    attributes.correlation,
    attributes.error,
  ),
  positions: span(
    'redis {operation}',
    'client',
    'what asks',
    'a question to Redis about positions: which script, and never with what',
    attributes.dbSystem,
    attributes.dbOperation,
    attributes.error,
  ),
} as const satisfies Record<string, DeclaredSpan>;

export type SpanName = keyof typeof SPANS;

/** Spans of instrumentation that others wrote, as `start.ts` configures it. */
export const INSTRUMENTED = {
  statement: span(
    'pg.query:{statement} {database}',
    'client',
    'the unit of work, the request or the round that it belongs to',
    'a statement of PostgreSQL, with its parameters left out (@opentelemetry/instrumentation-pg)',
    attributes.dbSystem,
    attributes.dbNamespace,
    attributes.dbText,
    attributes.dbPlan,
    attributes.server,
    attributes.serverPort,
    attributes.error,
  ),
} as const satisfies Record<string, DeclaredSpan>;

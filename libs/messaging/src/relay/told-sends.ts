import { factByCeType } from '@ride/events';
import { telemetry, type Attributes, type Telemetry } from '@ride/observability';
import { decodeHeaders } from '../log/header-bytes.js';
import type { Condition } from './condition.js';
import type { OutboxRow } from './outbox-row.js';

/** A `traceparent` among the stored headers: length and name, then the length of its value. */
const HEADER = Buffer.from('\0\x0btraceparent\0\0\0\x37', 'latin1');
const LENGTH = 55;

/** The W3C trace context in stored headers, if it is sampled; others are looked at no further. */
export function sampledContextOf(headers: Buffer): string | undefined {
  const at = headers.indexOf(HEADER) + HEADER.length;
  if (at < HEADER.length) return undefined;
  const flags = headers[at + LENGTH - 1];
  // Hexadecimal: 0 to 9 are even and odd as their codes are, a to f the other way round.
  if (flags === undefined || (flags & 1) === (flags > 0x60 ? 1 : 0)) return undefined;
  return headers.toString('latin1', at, at + LENGTH);
}

/** Tells of what one send has brought into the log. `readAt`: when its rows had been read, epoch milliseconds. */
export function tellSent(rows: readonly OutboxRow[], readAt: number): void {
  const to = telemetry();
  if (to === undefined) return;
  const counts = new Map<string, number>();
  for (const row of rows) {
    counts.set(row.topic, (counts.get(row.topic) ?? 0) + 1);
    const context = sampledContextOf(row.headers);
    if (context !== undefined) tellOne(to, row, context, readAt);
  }
  for (const [topic, count] of counts) to.count('ride.facts.said', count, { 'messaging.destination.name': topic });
}

function tellOne(to: Telemetry, row: OutboxRow, context: string, readAt: number): void {
  const span = to.begin('send', context, row.saidAt);
  if (span === undefined) return;
  let [id, type]: (string | undefined)[] = [];
  for (const [name, value] of decodeHeaders(row.headers)) {
    if (name === 'ce_id') id ??= value.toString();
    else if (name === 'ce_type') type ??= value.toString();
  }
  const about: Attributes = {
    'messaging.system': 'kafka',
    'messaging.operation.name': 'send',
    'messaging.operation.type': 'send',
    'messaging.destination.name': row.topic,
    ...(id !== undefined && { 'messaging.message.id': id }),
    ...(type !== undefined && { 'cloudevents.event_type': type }),
    ...(row.saidAt !== undefined && { 'ride.outbox.wait': Math.max(0, readAt - row.saidAt) / 1_000 }),
  };
  const fact = type === undefined ? undefined : factByCeType(type)?.type;
  span.end(`send ${row.topic} ${fact ?? '(unknown)'}`, about);
}

/** Tells of a round that has sent something: `ms` from the lock to the last acknowledgement. */
export function tellRound(rows: readonly OutboxRow[], ms: number): void {
  const to = telemetry();
  if (to === undefined) return;
  to.measure('ride.relay.duration', ms / 1_000);
  to.measure('ride.relay.batch', rows.length);
}

export function watchOutbox(condition: Condition): void {
  const to = telemetry();
  to?.watch('ride.outbox.size', () => (condition.outbox.size === null ? [] : [{ value: condition.outbox.size }]));
  to?.watch('ride.outbox.age', () => [{ value: condition.outbox.ageMs / 1_000 }]);
}

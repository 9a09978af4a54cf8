import type { Attributes } from '@ride/observability';
import type { HeardRecord } from './heard-record.js';

/** The name of a span about a heard fact. */
export function titleOf(begin: string, { topic, type }: HeardRecord): string {
  return `${begin} ${topic} ${type?.type ?? '(unknown)'}`;
}

/** What is told of an attempt at a heard fact: where it stands, and never what it says. */
export function attributesOf(heard: HeardRecord, group: string, handler: string, attempt: number): Attributes {
  const { topic, type, id, record, cause } = heard;
  return {
    'messaging.system': 'kafka',
    'messaging.operation.name': 'process',
    'messaging.operation.type': 'process',
    'messaging.destination.name': topic,
    'messaging.destination.partition.id': String(record.partition),
    'messaging.message.id': id,
    'messaging.consumer.group.name': group,
    'messaging.message.conversation_id': cause.correlationId,
    ...(type && { 'cloudevents.event_type': type.ceType }),
    'ride.handler': handler,
    'ride.attempt': attempt,
  };
}

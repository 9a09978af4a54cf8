import type { FactOf } from '../fact.js';
import { oneOf, optional, record, text, uuid } from '../fields/kinds.js';
import { topic } from '../topic.js';

export const notifications = topic('notifications.v1', {
  key: 'recipientId',
  cleanup: { deleteAfterDays: 14 },
  partitions: 12,
  ordered: false,
});

/** The fact that the message tells of: its ce_id and its type. */
const about = record({ factId: uuid, fact: text });
export const NotificationChannel = oneOf('in_app', 'webhook');

export type NotificationQueued = FactOf<typeof NotificationQueued>;
export const NotificationQueued = notifications.fact(
  'NotificationQueued',
  { what: 'a message was written that is to be sent outside', by: 'notification', change: 'secondary' },
  { about, messageId: uuid, channel: NotificationChannel },
);

export type NotificationSent = FactOf<typeof NotificationSent>;
export const NotificationSent = notifications.fact(
  'NotificationSent',
  { what: 'someone was told about a fact', by: 'notification', change: 'secondary' },
  { about, channel: NotificationChannel },
);

export type NotificationFailed = FactOf<typeof NotificationFailed>;
export const NotificationFailed = notifications.fact(
  'NotificationFailed',
  { what: 'someone could not be told about a fact', by: 'notification', change: 'secondary' },
  { about, channel: NotificationChannel, reason: optional(text) },
);

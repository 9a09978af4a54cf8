import { NotificationQueued, NotificationSent } from '@ride/events';
import type { Slice } from '@ride/http';
import type { Tx, UnitOfWork } from '@ride/messaging';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { v7 } from 'uuid';
import type { z } from 'zod';
import type { Message } from './message.shapes.js';
import type { Reach } from './reach.js';
import { textOf, type Language } from './templates/words.js';
import type { MessageKind, Telling } from './who-is-told.js';

@Entity('message')
export class MessageRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') person!: string;
  @Column('uuid') rideId!: string;
  @Column('text') kind!: MessageKind;
  @Column('text') text!: string;
  @Column('text') language!: Language;
  /** The fact that it tells of. */
  @Column('jsonb') about!: { readonly factId: string; readonly fact: string };
  /** When that happened. */
  @Column('timestamptz') at!: Date;
  /** In the inbox; else only posted to a webhook. */
  @Column('boolean') inApp!: boolean;
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
}

/** A message in its inbox. */
export type ShownMessage = Readonly<z.infer<typeof Message>>;
/** As it is told first, on the live stream and to webhooks: the same whenever it is told. */
export type NewMessage = Omit<ShownMessage, 'readAt'>;

/**
 * Writes a message, and says that it was sent, where it is in the person's inbox, and that it is to be posted. One that is in no
 * channel is not written.
 */
export function write(
  tx: Tx,
  { person, content }: Telling,
  { language, inApp, webhook }: Reach,
  about: MessageRow['about'],
  rideId: string,
): NewMessage | undefined {
  if (!inApp && !webhook) return undefined;
  const row: MessageRow = {
    ...{ id: v7(), person, rideId, about, kind: content.kind, text: textOf(language, content), language },
    ...{ at: new Date(tx.now), inApp, readAt: null },
  };
  tx.append(MessageRow, row);
  const told = { recipientId: person, about };
  if (inApp) tx.publish(NotificationSent({ ...told, channel: 'in_app' }));
  if (webhook) tx.publish(NotificationQueued({ ...told, messageId: row.id, channel: 'webhook' }));
  return newMessage(row);
}

type Found = Omit<MessageRow, 'person' | 'inApp'>;
const SHOWN = 'id, ride_id AS "rideId", kind, text, language, about, at, read_at AS "readAt"';

/** A person's messages; with `unread`, only those. */
export async function messagesOf(
  work: UnitOfWork,
  person: string,
  { before, limit }: Slice,
  unread: boolean,
): Promise<readonly ShownMessage[]> {
  const rows = await work.find<Found>(
    unread ? 'unread messages' : 'messages',
    `SELECT ${SHOWN} FROM message
     WHERE person = $1 AND in_app AND ($2::uuid IS NULL OR id < $2) ${unread ? 'AND read_at IS NULL' : ''} ORDER BY id DESC LIMIT $3`,
    [person, before ?? null, limit],
  );
  return rows.map(shown);
}

/** How many of a person's messages are unread. */
export async function unreadOf(work: UnitOfWork, person: string): Promise<number> {
  const [row] = await work.find<{ unread: number }>(
    'count unread messages',
    'SELECT count(*)::int AS unread FROM message WHERE person = $1 AND in_app AND read_at IS NULL',
    [person],
  );
  return row?.unread ?? 0;
}

/** Ids of a person's unread messages up to that one, oldest first. */
export async function unreadUpTo(
  work: UnitOfWork,
  person: string,
  last: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await work.find<{ id: string }>(
    'unread messages up to',
    'SELECT id FROM message WHERE person = $1 AND id <= $2 AND in_app AND read_at IS NULL ORDER BY id LIMIT $3',
    [person, last, limit],
  );
  return rows.map(({ id }) => id);
}

/** Whether the person has a message with this id in their inbox. */
export async function isMessageOf(work: UnitOfWork, person: string, id: string): Promise<boolean> {
  const row = await work.read(MessageRow, id);
  return row?.person === person && row.inApp;
}

/** Marks those of a person's messages that are unread; gives when, or undefined when none of them was. */
export async function markRead(tx: Tx, ids: readonly string[]): Promise<Date | undefined> {
  const rows = await Promise.all(ids.map((id) => tx.load(MessageRow, id)));
  const unread = rows.flatMap((row) => (row?.readAt === null ? [row] : []));
  const readAt = new Date(tx.now);
  for (const row of unread) tx.save(MessageRow, { ...row, readAt });
  return unread.length > 0 ? readAt : undefined;
}

export async function messageToPost(work: UnitOfWork, id: string): Promise<NewMessage | undefined> {
  const row = await work.read(MessageRow, id);
  return row && newMessage(row);
}

function newMessage({ id, rideId, kind, text, language, about: { fact, factId }, at }: Found): NewMessage {
  return { messageId: id, kind, text, language, about: { fact, factId, rideId }, sentAt: at.toISOString() };
}

function shown(row: Found): ShownMessage {
  return { ...newMessage(row), ...(row.readAt && { readAt: row.readAt.toISOString() }) };
}

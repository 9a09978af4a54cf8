import { NotificationSent } from '@ride/events';
import type { Slice } from '@ride/http';
import type { Tx, UnitOfWork } from '@ride/messaging';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { v7 } from 'uuid';
import { textOf } from './templates/words.js';
import type { MessageKind, Telling } from './who-is-told.js';

@Entity('message')
export class MessageRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') person!: string;
  @Column('uuid') rideId!: string;
  @Column('text') kind!: MessageKind;
  @Column('text') text!: string;
  /** The fact that it tells of. */
  @Column('jsonb') about!: { readonly factId: string; readonly fact: string };
  /** When that happened. */
  @Column('timestamptz') at!: Date;
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
}

/** A message as it is told first, on the live stream and to webhooks: the same whenever it is told. */
export interface NewMessage {
  readonly messageId: string;
  readonly kind: string;
  readonly text: string;
  /** The fact that it tells of. */
  readonly about: { readonly fact: string; readonly factId: string; readonly rideId: string };
  readonly sentAt: string;
}
/** A message in its inbox. */
export interface ShownMessage extends NewMessage {
  readonly readAt?: string;
}

/** Puts a message into the person's inbox and says that it was sent. */
export function write(tx: Tx, { person, content }: Telling, about: MessageRow['about'], rideId: string): NewMessage {
  const row: MessageRow = {
    ...{ id: v7(), person, rideId, about, kind: content.kind, text: textOf('en', content) },
    ...{ at: new Date(tx.now), readAt: null },
  };
  tx.append(MessageRow, row);
  tx.publish(NotificationSent({ recipientId: person, about, channel: 'in_app' }));
  return newMessage(row);
}

type Found = Omit<MessageRow, 'person'>;
const SHOWN = 'id, ride_id AS "rideId", kind, text, about, at, read_at AS "readAt"';

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
     WHERE person = $1 AND ($2::uuid IS NULL OR id < $2) ${unread ? 'AND read_at IS NULL' : ''} ORDER BY id DESC LIMIT $3`,
    [person, before ?? null, limit],
  );
  return rows.map(shown);
}

/** How many of a person's messages are unread. */
export async function unreadOf(work: UnitOfWork, person: string): Promise<number> {
  const [row] = await work.find<{ unread: number }>(
    'count unread messages',
    'SELECT count(*)::int AS unread FROM message WHERE person = $1 AND read_at IS NULL',
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
    'SELECT id FROM message WHERE person = $1 AND id <= $2 AND read_at IS NULL ORDER BY id LIMIT $3',
    [person, last, limit],
  );
  return rows.map(({ id }) => id);
}

export async function isMessageOf(work: UnitOfWork, person: string, id: string): Promise<boolean> {
  return (await work.read(MessageRow, id))?.person === person;
}

/** Marks those of a person's messages that are unread; gives when, or undefined when none of them was. */
export async function markRead(tx: Tx, ids: readonly string[]): Promise<Date | undefined> {
  const rows = await Promise.all(ids.map((id) => tx.load(MessageRow, id)));
  const unread = rows.flatMap((row) => (row?.readAt === null ? [row] : []));
  const readAt = new Date(tx.now);
  for (const row of unread) tx.save(MessageRow, { ...row, readAt });
  return unread.length > 0 ? readAt : undefined;
}

/** The message that tells the person of this fact. */
export async function messageTelling(
  work: UnitOfWork,
  person: string,
  factId: string,
): Promise<NewMessage | undefined> {
  const [row] = await work.find<Found>(
    'message telling',
    `SELECT ${SHOWN} FROM message WHERE about->>'factId' = $1 AND person = $2 ORDER BY id LIMIT 1`,
    [factId, person],
  );
  return row && newMessage(row);
}

function newMessage({ id, rideId, kind, text, about: { fact, factId }, at }: Found): NewMessage {
  return { messageId: id, kind, text, about: { fact, factId, rideId }, sentAt: at.toISOString() };
}

function shown(row: Found): ShownMessage {
  return { ...newMessage(row), ...(row.readAt && { readAt: row.readAt.toISOString() }) };
}
